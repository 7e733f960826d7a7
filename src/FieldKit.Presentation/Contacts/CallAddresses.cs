namespace FieldKit.Presentation.Contacts;

/// <summary>Addresses of the call page: what is chosen there stands in them, so that Back, reload and a link keep it.</summary>
public static class CallAddresses
{
    public static string Page(string? situation, bool openNow)
    {
        string?[] chosen = [situation is null ? null : $"situatie={Uri.EscapeDataString(situation)}", openNow ? "nu=open" : null];
        var query = string.Join('&', chosen.OfType<string>());
        return query.Length == 0 ? "/bellen" : $"/bellen?{query}";
    }
}
