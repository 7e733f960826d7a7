namespace FieldKit.Desk.Signals;

/// <summary>One line of the conversation: what the desk sent, or what the writer sent. Both moments are the server's.</summary>
public sealed record TalkLine(DateTimeOffset At, OpenedAnswer? Answer, OpenedFollowUp? FollowUp)
{
    public static IReadOnlyList<TalkLine> Of(OpenedSignal signal) =>
    [
        .. signal.Answers.Select(answer => new TalkLine(answer.Sent.SentAt, answer, null))
            .Concat(signal.FollowUps.Select(followUp => new TalkLine(followUp.Sealed.ReceivedAt, null, followUp)))
            .OrderBy(line => line.At),
    ];
}
