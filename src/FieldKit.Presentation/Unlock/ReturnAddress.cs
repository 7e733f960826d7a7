namespace FieldKit.Presentation.Unlock;

/// <summary>Where to go after unlocking. Only a page of this app: an address in a link must not lead elsewhere.</summary>
public static class ReturnAddress
{
    public const string Home = "signalen";

    // The one page with a choice in its address that one comes back to.
    private const string FilteredPage = "bellen?";

    /// <param name="address">Relative, without a leading slash; null or anything suspicious becomes the list of signals.</param>
    public static string Checked(string? address) =>
        address is { Length: > 0 } && !address.StartsWith('/') && IsPlain(address)
            ? address
            : Home;

    private static bool IsPlain(string address) => address.StartsWith(FilteredPage, StringComparison.Ordinal)
        ? address[FilteredPage.Length..].All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '=' or '&')
        : address.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '/' or '-');
}
