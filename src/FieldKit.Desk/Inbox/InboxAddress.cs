using FieldKit.Protocol;

namespace FieldKit.Desk.Inbox;

/// <summary>A filter as it stands behind the question mark of an address, the desk's own as well as the route's: back and reload keep it.</summary>
public static class InboxAddress
{
    /// <returns>With its question mark; empty for no filter.</returns>
    public static string Query(InboxFilter filter)
    {
        var parts = Parts(filter);
        return parts.Length == 0 ? "" : $"?{string.Join('&', parts)}";
    }

    /// <param name="before">Where the page begins; null for the first.</param>
    public static string Route(InboxFilter filter, long? before)
    {
        string[] parts = [.. Parts(filter), .. before is { } number ? new[] { FormattableString.Invariant($"before={number}") } : []];
        return parts.Length == 0 ? "api/v1/staff/inbox" : $"api/v1/staff/inbox?{string.Join('&', parts)}";
    }

    /// <summary>What an address asks for; what it asks that nobody knows counts as nothing.</summary>
    public static InboxFilter Read(string address)
    {
        var given = AddressQuery.Of(address);
        return new(
            given["stage"].FirstOrDefault(text => text.Length > 0),
            given["form"].FirstOrDefault(text => text.Length > 0),
            given["waiting"].FirstOrDefault(InboxWaiting.All.Contains),
            given["unread"].Contains("true"));
    }

    private static string[] Parts(InboxFilter filter) =>
    [
        .. new[] { ("stage", filter.Stage), ("form", filter.Form), ("waiting", filter.Waiting), ("unread", filter.Unread ? "true" : null) }
            .Where(part => part.Item2 is not null)
            .Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}"),
    ];
}
