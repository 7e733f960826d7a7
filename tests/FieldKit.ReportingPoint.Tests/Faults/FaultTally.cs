namespace FieldKit.ReportingPoint.Tests.Faults;

/// <summary>What a fault run did and found.</summary>
internal sealed class FaultTally
{
    public int Trials { get; set; }

    public int RealKills { get; set; }

    public int Signals { get; set; }

    public int AnswersRead { get; set; }

    public Dictionary<Fault, int> Faults { get; } = Enum.GetValues<Fault>().ToDictionary(fault => fault, _ => 0);

    public int Lost { get; set; }

    public int Doubled { get; set; }

    /// <summary>Of each episode that went wrong: how to run it again, and what was seen.</summary>
    public List<string> Failures { get; } = [];

    public void Add(FaultTally other)
    {
        Trials += other.Trials;
        RealKills += other.RealKills;
        Signals += other.Signals;
        AnswersRead += other.AnswersRead;
        Lost += other.Lost;
        Doubled += other.Doubled;
        Failures.AddRange(other.Failures);
        foreach (var (fault, times) in other.Faults)
        {
            Faults[fault] += times;
        }
    }
}
