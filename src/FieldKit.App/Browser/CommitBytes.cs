namespace FieldKit.App.Browser;

/// <summary>The bytes of all changes, one after the other. Copied whole: byte by byte costs milliseconds in the browser's interpreter.</summary>
internal static class CommitBytes
{
    public static byte[] Join(IReadOnlyList<byte[]?> parts)
    {
        var whole = new byte[parts.Sum(part => part?.Length ?? 0)];
        var at = 0;
        foreach (var part in parts)
        {
            part?.CopyTo(whole, at);
            at += part?.Length ?? 0;
        }

        return whole;
    }
}
