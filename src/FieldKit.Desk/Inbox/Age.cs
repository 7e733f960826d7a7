namespace FieldKit.Desk.Inbox;

/// <summary>How long ago, coarse enough to read at a glance.</summary>
/// <param name="Unit">Key of the text: "age.now", "age.minutes", "age.hours" or "age.days".</param>
public readonly record struct Age(string Unit, int Count)
{
    /// <summary>A time in the future (clocks differ) counts as now.</summary>
    public static Age Of(DateTimeOffset moment, DateTimeOffset now) => (now - moment) switch
    {
        { TotalMinutes: < 1 } => new("age.now", 0),
        { TotalHours: < 1 } span => new("age.minutes", (int)span.TotalMinutes),
        { TotalDays: < 1 } span => new("age.hours", (int)span.TotalHours),
        var span => new("age.days", (int)span.TotalDays),
    };
}
