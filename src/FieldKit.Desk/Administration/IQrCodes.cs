namespace FieldKit.Desk.Administration;

/// <summary>Draws what a telephone's camera reads.</summary>
public interface IQrCodes
{
    /// <param name="text">At most a few hundred characters.</param>
    ValueTask<QrCode> DrawAsync(string text);
}

/// <param name="Size">Width and height in modules, without the quiet zone around it.</param>
/// <param name="Path">The dark modules as the path of an SVG, one unit a module.</param>
public sealed record QrCode(int Size, string Path)
{
    /// <summary>Modules that stay light all around (ISO/IEC 18004).</summary>
    public const int QuietZone = 4;

    public string ViewBox => FormattableString.Invariant($"{-QuietZone} {-QuietZone} {Size + (2 * QuietZone)} {Size + (2 * QuietZone)}");
}
