namespace FieldKit.Device.Vault;

/// <summary>How often in a row a wrong PIN was typed, and what that means now.</summary>
/// <param name="Count">A try that was cut off counts too.</param>
/// <param name="Wait">So long until the next try; zero: now.</param>
/// <param name="Erased">The last one was wrong: the keys are gone. Stays until new ones are made, so that the owner is told.</param>
public sealed record WrongTries(int Count, TimeSpan Wait, bool Erased = false)
{
    /// <summary>Where the municipality names no other.</summary>
    public const int UsualLimit = 10;

    /// <summary>
    /// The wait after so many wrong tries; after more, the last one. Two slips of cold fingers cost nothing; all nine of the
    /// usual ten take nearly three hours.
    /// </summary>
    public static IReadOnlyList<TimeSpan> Waits { get; } =
    [
        TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1),
    ];

    public static WrongTries None { get; } = new(0, TimeSpan.Zero);

    /// <summary>At least one: a try is only the last once it proved wrong.</summary>
    public int Left(int limit) => Math.Max(1, limit - Count);
}
