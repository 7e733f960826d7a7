using System.Collections.Concurrent;
using System.Threading.Channels;

namespace FieldKit.ReportingPoint.Staff.Live;

/// <summary>
/// Rung after each commit that changed what an inbox shows. It only says "look": who missed it, or heard it twice, is not
/// wrong about anything, so it may be rung late, lost with a node, and many rings may become one.
/// </summary>
internal sealed class InboxBell
{
    private readonly ConcurrentDictionary<Listener, string> listeners = new();
    private readonly ConcurrentDictionary<string, bool> untold = new(StringComparer.Ordinal);
    private readonly Channel<bool> anyUntold = Listener.OneRing();

    /// <summary>Something changed through this node: its own listeners hear it now, other nodes soon.</summary>
    public void Ring(string municipality)
    {
        RingHere(municipality);
        untold[municipality] = true;
        anyUntold.Writer.TryWrite(true);
    }

    /// <param name="municipality">Null for all: nobody knows what was missed.</param>
    public void RingHere(string? municipality)
    {
        foreach (var (listener, own) in listeners)
        {
            if (municipality is null || own == municipality)
            {
                listener.Hear();
            }
        }
    }

    public Listener Listen(string municipality)
    {
        var listener = new Listener(this);
        listeners[listener] = municipality;
        return listener;
    }

    /// <returns>Once something changed here: the municipalities that other nodes were not told of yet. Each is given once.</returns>
    public async Task<IReadOnlyList<string>> UntoldAsync(CancellationToken cancellation)
    {
        await anyUntold.Reader.ReadAsync(cancellation);
        return [.. untold.Keys.Where(municipality => untold.TryRemove(municipality, out _))];
    }

    internal sealed class Listener(InboxBell bell) : IDisposable
    {
        private readonly Channel<bool> rings = OneRing();

        /// <summary>Rings that come before anybody waits are kept as one.</summary>
        public ValueTask<bool> WaitAsync(CancellationToken cancellation) => rings.Reader.ReadAsync(cancellation);

        public void Hear() => rings.Writer.TryWrite(true);

        public void Dispose() => bell.listeners.TryRemove(this, out _);

        public static Channel<bool> OneRing() => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    }
}
