namespace FieldKit.Desk.Inbox;

/// <summary>What stands behind the question mark of an address.</summary>
internal static class AddressQuery
{
    /// <returns>By name; nothing for a name that is not there.</returns>
    public static ILookup<string, string> Of(string address) => (address.Split('#')[0].Split('?', 2) is [_, var query] ? query.Split('&') : [])
        .Select(part => part.Split('=', 2))
        .Where(part => part.Length == 2)
        .ToLookup(part => part[0], part => Uri.UnescapeDataString(part[1]));
}
