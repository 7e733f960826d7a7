namespace FieldKit.ReportingPoint.Tests.Fuzz;

/// <param name="Seeds">Good messages, to be spoiled.</param>
/// <param name="Takes">Whether it took the bytes; false when it refused them as it should. Anything thrown is a failure.</param>
internal sealed record FuzzTarget(string Name, IReadOnlyList<byte[]> Seeds, Func<byte[], Task<bool>> Takes)
{
    /// <summary>A reader that refuses with one kind of exception, and with no other.</summary>
    public static FuzzTarget Reader<TRefusal>(string name, byte[] seed, Action<byte[]> read)
        where TRefusal : Exception => new(name, [seed], bytes =>
        {
            try
            {
                read(bytes);
                return Task.FromResult(true);
            }
            catch (TRefusal)
            {
                return Task.FromResult(false);
            }
        });
}

/// <summary>What spoiled bytes did to one target.</summary>
internal sealed class FuzzTally(string name)
{
    private const int MostFailures = 5;
    private readonly Lock turn = new();

    public string Name => name;

    public int Inputs { get; private set; }

    /// <summary>The rest was taken: still good, or not told from good here.</summary>
    public int Refused { get; private set; }

    /// <summary>At the first try, the machine's other work included.</summary>
    public TimeSpan Slowest { get; private set; }

    public int Failed { get; private set; }

    /// <summary>The first few, each with what to run again.</summary>
    public List<string> Failures { get; } = [];

    public void Add(bool taken, TimeSpan time)
    {
        lock (turn)
        {
            Inputs++;
            Refused += taken ? 0 : 1;
            Slowest = time > Slowest ? time : Slowest;
        }
    }

    public void Fail(string what)
    {
        lock (turn)
        {
            Inputs++;
            if (Failed++ < MostFailures)
            {
                Failures.Add(what);
            }
        }
    }
}
