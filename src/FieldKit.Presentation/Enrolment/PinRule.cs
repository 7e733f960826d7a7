namespace FieldKit.Presentation.Enrolment;

/// <summary>
/// What a new PIN or passphrase must be. A PIN is quick in the street and guarded by the waits after wrong ones; a passphrase
/// also holds against somebody who copies the whole browser profile and guesses elsewhere.
/// </summary>
public static class PinRule
{
    public const int MinimumDigits = 6;
    public const int MinimumLetters = 12;
    public const int Longest = 128;

    // Fewer different signs than this is a key that was held down, or a rhythm.
    private const int DifferentLetters = 5;

    /// <returns>Text key of what to change, or null when it will do.</returns>
    public static string? Complaint(string typed, string repeated, SecretKind kind = SecretKind.Pin)
    {
        var secret = Cleaned(typed);
        return (kind == SecretKind.Passphrase ? AboutPassphrase(secret) : AboutPin(secret))
            ?? (secret == Cleaned(repeated) ? null : "enrol.pin.differs");
    }

    /// <summary>Telephones add a space after a word that they complete.</summary>
    public static string Cleaned(string typed) => typed.Trim();

    private static string? AboutPin(string pin) =>
        pin.Any(sign => !char.IsAsciiDigit(sign)) ? "enrol.pin.digits"
        : pin.Length < MinimumDigits ? "enrol.pin.short"
        : IsStraight(pin) ? "enrol.pin.simple"
        : null;

    private static string? AboutPassphrase(string phrase) =>
        phrase.Length < MinimumLetters ? "enrol.phrase.short"
        : phrase.Distinct().Count() < DifferentLetters || IsStraight(phrase) ? "enrol.phrase.simple"
        : null;

    /// <summary>All the same sign, or counting up or down: 000000, 123456, 987654.</summary>
    private static bool IsStraight(string secret)
    {
        var step = secret[1] - secret[0];
        return step is >= -1 and <= 1 && Enumerable.Range(1, secret.Length - 1).All(index => secret[index] - secret[index - 1] == step);
    }
}
