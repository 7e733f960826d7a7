using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FieldKit.ReportingPoint.Storage;

/// <summary>Moments are stored as milliseconds since 1970 in UTC: they sort and compare the same in every database.</summary>
internal sealed class UnixMilliseconds()
    : ValueConverter<DateTimeOffset, long>(moment => moment.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
