using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FieldKit.ReportingPoint.Storage;

/// <summary>
/// Ids in SQLite: their 16 bytes in the order in which they are written out, so that newer ids (UUIDv7) sort after older
/// ones, which keeps an index growing at its end. PostgreSQL has a type of its own that does the same.
/// </summary>
internal sealed class IdBytes() : ValueConverter<Guid, byte[]>(id => Of(id), stored => Read(stored))
{
    public static byte[] Of(Guid id) => id.ToByteArray(bigEndian: true);

    public static Guid Read(byte[] stored) => new(stored, bigEndian: true);
}
