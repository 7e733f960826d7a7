namespace FieldKit.Presentation.Unlock;

/// <summary>Where to go after unlocking. Only a page of this app: an address in a link must not lead elsewhere.</summary>
public static class ReturnAddress
{
    public const string Home = "signalen";

    /// <param name="address">Relative, without a leading slash; null or anything suspicious becomes the list of signals.</param>
    public static string Checked(string? address) =>
        address is { Length: > 0 }
        && address.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '/' or '-')
        && !address.StartsWith('/')
            ? address
            : Home;
}
