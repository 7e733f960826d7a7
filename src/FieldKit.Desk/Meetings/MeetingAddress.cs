using System.Globalization;
using FieldKit.Desk.Inbox;

namespace FieldKit.Desk.Meetings;

/// <summary>Which meeting of which day, as it stands in an address: back and reload keep it.</summary>
/// <param name="Table">Id of the stage that is the meeting; null where the address names none.</param>
/// <param name="Day">Null where the address names none.</param>
public sealed record MeetingAddress(string? Table, DateOnly? Day)
{
    public const string Page = "overleg";

    /// <param name="signal">The one that is talked about; null for the agenda.</param>
    public static string Of(string table, DateOnly day, Guid? signal = null) => string.Create(
        CultureInfo.InvariantCulture, $"{Page}{(signal is { } id ? $"/{id:D}" : "")}?tafel={Uri.EscapeDataString(table)}&dag={day:yyyy-MM-dd}");

    public static MeetingAddress Read(string address)
    {
        var given = AddressQuery.Of(address);
        return new(given["tafel"].FirstOrDefault(text => text.Length > 0), EntrySealing.DueOf(given["dag"].FirstOrDefault() ?? ""));
    }
}
