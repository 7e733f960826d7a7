namespace FieldKit.Presentation.Storage;

/// <summary>What the passphrase of a file must be: a file can be guessed at for years, by anyone who finds it.</summary>
public static class FilePassphrase
{
    public const int MinimumLength = 16;

    /// <returns>Text key of what to change, or null when it will do.</returns>
    public static string? Complaint(string passphrase, string repeated) =>
        passphrase.Trim().Length < MinimumLength || passphrase.All(sign => char.IsAsciiDigit(sign) || sign == ' ') || passphrase.Distinct().Count() < 6
            ? "unsent.passphrase.short"
            : passphrase != repeated ? "unsent.passphrase.differs"
            : null;
}
