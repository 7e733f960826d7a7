using Microsoft.Playwright;

namespace FieldKit.Benchmarks.Writing;

/// <summary>Milliseconds from what a person did to the durable end of the transaction that keeps it.</summary>
/// <param name="Saves">From leaving a changed field.</param>
/// <param name="Seals">From the tap on seal.</param>
internal sealed record SavesAndSeals(IReadOnlyList<double> Saves, IReadOnlyList<double> Seals)
{
    /// <summary>Runs in the page before its own code: notes when a field was left changed or seal was tapped.</summary>
    public const string NoteBegins =
        """
        (() => {
          const begins = window.fieldkitBegins = [];
          const note = (kind, event) => begins.push({ kind, at: performance.timeOrigin + event.timeStamp });
          addEventListener('change', (event) => event.target.matches('textarea') && note('save', event), true);
          addEventListener('click', (event) => event.target.closest('[data-testid=seal]') && note('seal', event), true);
        })();
        """;

    /// <summary>Runs in the device's worker: notes when a writing transaction was complete (durability strict: on disk).</summary>
    private const string NoteEnds =
        """
        () => {
          const ends = self.fieldkitEnds = [];
          const open = IDBDatabase.prototype.transaction;
          IDBDatabase.prototype.transaction = function (...how) {
            const transaction = open.apply(this, how);
            if (how[1] === 'readwrite' && [how[0]].flat().includes('records')) {
              transaction.addEventListener('complete', () => ends.push(performance.timeOrigin + performance.now()));
            }
            return transaction;
          };
        }
        """;

    public static Task WatchAsync(IPage page) => DeviceWorker(page).EvaluateAsync<object?>(NoteEnds);

    public static async Task<SavesAndSeals> ReadAsync(IPage page)
    {
        var begins = await page.EvaluateAsync<Begin[]>("() => window.fieldkitBegins");
        var ends = await DeviceWorker(page).EvaluateAsync<double[]>("() => self.fieldkitEnds");
        var (saves, seals) = (new List<double>(), new List<double>());
        for (var index = 0; index < begins.Length; index++)
        {
            // An act before which the last one was not yet kept is the same wait, counted once, from its beginning.
            var end = ends.FirstOrDefault(end => end >= begins[index].At);
            if (end > 0 && (index == 0 || ends.Any(earlier => earlier >= begins[index - 1].At && earlier < begins[index].At)))
            {
                (begins[index].Kind == "save" ? saves : seals).Add(end - begins[index].At);
            }
        }

        return new(saves, seals);
    }

    private static IWorker DeviceWorker(IPage page) =>
        page.Workers.Single(worker => worker.Url.EndsWith("/device-worker.js", StringComparison.Ordinal));

    private sealed class Begin
    {
        public string Kind { get; set; } = "";

        /// <summary>Milliseconds since 1970, to fractions.</summary>
        public double At { get; set; }
    }
}
