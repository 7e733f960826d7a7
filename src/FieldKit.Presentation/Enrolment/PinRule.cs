namespace FieldKit.Presentation.Enrolment;

/// <summary>What a new PIN must be. The device-bound key guards against guessing elsewhere; this guards against guessing by hand.</summary>
public static class PinRule
{
    public const int MinimumDigits = 6;

    /// <returns>Text key of what to change, or null when the PIN will do.</returns>
    public static string? Complaint(string pin, string repeated) =>
        pin.Any(sign => !char.IsAsciiDigit(sign)) ? "enrol.pin.digits"
        : pin.Length < MinimumDigits ? "enrol.pin.short"
        : IsStraight(pin) ? "enrol.pin.simple"
        : pin != repeated ? "enrol.pin.differs"
        : null;

    /// <summary>All the same digit, or counting up or down: 000000, 123456, 987654.</summary>
    private static bool IsStraight(string pin)
    {
        var step = pin[1] - pin[0];
        return step is >= -1 and <= 1 && Enumerable.Range(1, pin.Length - 1).All(index => pin[index] - pin[index - 1] == step);
    }
}
