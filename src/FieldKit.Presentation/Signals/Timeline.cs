using FieldKit.Device.Outbox;
using FieldKit.Domain.Languages;
using FieldKit.Domain.Signals;

namespace FieldKit.Presentation.Signals;

public enum TimelineKind
{
    Sealed,
    Received,
    Refused,

    /// <summary>In the municipality's own words.</summary>
    Stage,

    /// <summary>The reporting point wrote, and the stage stayed as it was.</summary>
    Message,

    /// <summary>What the writer added.</summary>
    Own,

    /// <summary>The writer took it back.</summary>
    Withdrawal,

    /// <summary>What is still to come.</summary>
    Expected,
}

/// <param name="Stage">The stage's name, with <see cref="TimelineKind.Stage"/>.</param>
/// <param name="Text">Plain text, as it was written; never markup.</param>
/// <param name="Links">Guides and contacts that go with what the reporting point wrote.</param>
/// <param name="Delivery">How far the writer's own words have come.</param>
public sealed record TimelineStep(
    TimelineKind Kind, DateTimeOffset? At, LocalText? Stage = null, string? Text = null, SignalState? Delivery = null, string? Refusal = null, AdviceLinks? Links = null);

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

        steps.AddRange(Conversation(signal));
        if (signal is { Answers.Count: 0, FollowUps.Count: 0, State: not SignalState.Quarantined })
        {
            steps.Add(new(TimelineKind.Expected, null));
        }

        return steps;
    }

    /// <summary>Both sides, each message after what its writer had read: clocks of two machines do not decide.</summary>
    private static IEnumerable<TimelineStep> Conversation(SentSignal signal)
    {
        for (var index = 0; index <= signal.Answers.Count; index++)
        {
            foreach (var followUp in signal.FollowUps.Where(one => one.AnswersBefore == index || (index == signal.Answers.Count && one.AnswersBefore > index)))
            {
                yield return Own(followUp);
            }

            if (index < signal.Answers.Count)
            {
                yield return Theirs(signal.Answers[index], index == 0 ? null : signal.Answers[index - 1].Stage);
            }
        }
    }

    private static TimelineStep Theirs(AnswerDocument answer, string? before) =>
        answer.Stage == before
            ? new(TimelineKind.Message, answer.WrittenAt, null, answer.Text, Links: answer.Links)
            : new(TimelineKind.Stage, answer.WrittenAt, answer.StageName, answer.Text, Links: answer.Links);

    private static TimelineStep Own(SentFollowUp sent) => new(
        sent.Withdraws ? TimelineKind.Withdrawal : TimelineKind.Own,
        sent.ReceivedAt ?? sent.Document.WrittenAt, null, sent.Document.Text, sent.State, sent.Refusal);
}
