using System.Collections.Concurrent;

namespace FieldKit.ReportingPoint.Staff.State;

/// <summary>
/// Up to which number every signal of a municipality was opened, taken back or cleared, as this node last saw it. None of those comes undone, so
/// counting begins after it, however much came in over the years. Lost with the node: the first count after a start goes through all.
/// </summary>
internal sealed class OpenedSoFar
{
    private readonly ConcurrentDictionary<string, long> sequences = new();

    public long Of(string municipality) => sequences.GetValueOrDefault(municipality);

    public void Reached(string municipality, long sequence) => sequences.AddOrUpdate(municipality, sequence, (_, known) => Math.Max(known, sequence));
}
