namespace FieldKit.Crypto;

/// <summary>
/// Sealed or encrypted bytes that do not open: another key, another writer, another header, altered or cut short.
/// Which of these is deliberately not said.
/// </summary>
public sealed class SealBrokenException : Exception
{
    public SealBrokenException()
        : base("The seal is broken: these bytes do not open with this key, writer and header.")
    {
    }

    public SealBrokenException(Exception cause)
        : base("The seal is broken: these bytes do not open with this key, writer and header.", cause)
    {
    }
}
