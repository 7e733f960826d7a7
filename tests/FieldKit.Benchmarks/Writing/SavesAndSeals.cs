namespace FieldKit.Benchmarks.Writing;

/// <summary>Milliseconds from what a person did to the durable end of the transaction that keeps it.</summary>
/// <param name="Saves">From leaving a changed field.</param>
/// <param name="Seals">From the tap on seal.</param>
internal sealed record SavesAndSeals(IReadOnlyList<double> Saves, IReadOnlyList<double> Seals)
{
    /// <summary>
    /// Runs in the page before its own code: notes when a field was left changed or seal was tapped, and when the
    /// next writing transaction of IndexedDB was complete (durability strict: on disk).
    /// </summary>
    public const string Stopwatch =
        """
        (() => {
          const times = { saves: [], seals: [] };
          let begun = null;
          const begin = (kind) => (event) => { begun ??= { kind, at: event.timeStamp }; };
          addEventListener('change', (event) => event.target.matches('textarea') && begin('saves')(event), true);
          addEventListener('click', (event) => event.target.closest('[data-testid=seal]') && begin('seals')(event), true);
          const open = IDBDatabase.prototype.transaction;
          IDBDatabase.prototype.transaction = function (...how) {
            const transaction = open.apply(this, how);
            if (how[1] === 'readwrite' && [how[0]].flat().includes('records')) {
              transaction.addEventListener('complete', () => {
                if (begun) { times[begun.kind].push(performance.now() - begun.at); begun = null; }
              });
            }
            return transaction;
          };
          window.fieldkitTimes = times;
        })();
        """;

    /// <summary>The 95th percentile: of 40 samples, the 38th.</summary>
    public static double Percentile95(IReadOnlyList<double> samples)
    {
        double[] sorted = [.. samples.Order()];
        return sorted[(int)Math.Ceiling(sorted.Length * 0.95) - 1];
    }
}
