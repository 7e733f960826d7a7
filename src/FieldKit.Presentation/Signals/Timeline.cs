using FieldKit.Device.Outbox;
using FieldKit.Domain.Languages;

namespace FieldKit.Presentation.Signals;

public enum TimelineKind
{
    Sealed,
    Received,
    Refused,

    /// <summary>In the municipality's own words.</summary>
    Stage,

    /// <summary>What is still to come.</summary>
    Expected,
}

/// <param name="Stage">The stage's name, with <see cref="TimelineKind.Stage"/>.</param>
/// <param name="Text">Plain text from the reporting point; never markup.</param>
public sealed record TimelineStep(TimelineKind Kind, DateTimeOffset? At, LocalText? Stage = null, string? Text = null);

/// <summary>What happened to a signal, oldest first: only what was proven, and what is awaited next.</summary>
public static class Timeline
{
    public static IReadOnlyList<TimelineStep> Of(SentSignal signal)
    {
        var steps = new List<TimelineStep> { new(TimelineKind.Sealed, signal.Document.WrittenAt) };
        switch (signal.State)
        {
            case SignalState.Received:
                steps.Add(new(TimelineKind.Received, signal.ReceivedAt));
                break;
            case SignalState.Quarantined:
                steps.Add(new(TimelineKind.Refused, signal.ReceivedAt));
                break;
        }

        steps.AddRange(signal.Answers.Select(answer =>
            new TimelineStep(TimelineKind.Stage, answer.WrittenAt, answer.StageName, answer.Text)));
        if (signal.Answers.Count == 0 && signal.State != SignalState.Quarantined)
        {
            steps.Add(new(TimelineKind.Expected, null));
        }

        return steps;
    }
}
