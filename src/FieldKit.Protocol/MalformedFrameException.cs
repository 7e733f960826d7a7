namespace FieldKit.Protocol;

/// <summary>Bytes are not a frame that this version reads.</summary>
/// <param name="code">One of <see cref="Refusals.Malformed"/>, <see cref="Refusals.VersionUnsupported"/>, <see cref="Refusals.TooLarge"/>.</param>
/// <param name="reason">What is wrong with the form; never any content.</param>
public sealed class MalformedFrameException(string code, string reason, Exception? inner = null) : Exception(reason, inner)
{
    public string Code { get; } = code;
}
