namespace FieldKit.Protocol;

/// <summary>
/// How the desk itself is doing: what waits there, how long, and how fast writers hear something. Never about who is written about, who wrote
/// or where they work (issue 7.9).
/// </summary>
/// <param name="Unopened">Signals that nobody opened yet and nobody took back.</param>
/// <param name="UnopenedSince">When the first of those came in; null where there is none.</param>
/// <param name="ForSecond">Steps that one person proposed and that wait for another.</param>
/// <param name="Stages">What was opened and goes on from there, for each stage of the chain that is not its end, in its order.</param>
public sealed record DeskWork(int Unopened, DateTimeOffset? UnopenedSince, int ForSecond, IReadOnlyList<StageWork> Stages, FirstAnswers Answers);

/// <param name="Signals">That stand in this stage.</param>
/// <param name="StillSince">Since when nothing happened to the one that stands still longest; null where none does.</param>
public sealed record StageWork(string Stage, int Signals, DateTimeOffset? StillSince);

/// <summary>How long writers waited for the first word back, over the signals that came in last.</summary>
/// <param name="Signals">So many were looked at: at most <see cref="MostSignals"/>, without those that were taken back.</param>
/// <param name="Answered">So many of those had an answer.</param>
/// <param name="MedianMinutes">Half of the answers came within this; null without answers.</param>
/// <param name="NineOfTenMinutes">Nine of ten answers came within this; null without answers.</param>
public sealed record FirstAnswers(int Signals, int Answered, long? MedianMinutes, long? NineOfTenMinutes)
{
    public const int MostSignals = 500;
}
