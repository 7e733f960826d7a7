using System.Data.Common;
using FieldKit.Protocol;

namespace FieldKit.Cli.Audit;

/// <summary>Where the parts of an entry are in a row of the audit table, of this version or one from before the municipality was kept.</summary>
internal sealed class AuditColumns
{
    private readonly Dictionary<string, int> places;

    public AuditColumns(DbDataReader rows) =>
        places = Enumerable.Range(0, rows.FieldCount).ToDictionary(rows.GetName, place => place, StringComparer.OrdinalIgnoreCase);

    public AuditEntry Read(DbDataReader row) => new(
        row.GetInt64(places["sequence"]),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(places["at"])),
        row.GetValue(places["actor"]) is byte[] bytes ? new Guid(bytes, bigEndian: true) : row.GetFieldValue<Guid>(places["actor"]),
        row.GetString(places["action"]),
        row.GetString(places["subject"]),
        places.TryGetValue("municipality", out var municipality) && !row.IsDBNull(municipality) ? row.GetString(municipality) : null,
        row.GetFieldValue<byte[]>(places["previous"]),
        row.GetFieldValue<byte[]>(places["hash"]));
}
