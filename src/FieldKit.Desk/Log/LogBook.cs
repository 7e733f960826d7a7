using System.Globalization;
using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Protocol;

namespace FieldKit.Desk.Log;

/// <summary>The municipality's audit log at the desk: a page at a time, whether it hangs together, and a copy of what is asked for.</summary>
public sealed class LogBook : IDisposable
{
    /// <summary>Pages of <see cref="AuditPart.MostLines"/> in one file. Whoever wants more asks by period.</summary>
    public const int MostPagesInFile = 40;

    private readonly DeskClient server;
    private readonly DeskAccess access;

    public LogBook(DeskClient server, DeskAccess access)
    {
        (this.server, this.access) = (server, access);
        access.OwnerChanged += Forget;
    }

    public LogFilter Filter { get; private set; } = LogFilter.None;

    /// <summary>The newest first; null until the first answer.</summary>
    public IReadOnlyList<AuditLine>? Lines { get; private set; }

    public IReadOnlyList<AuditPerson> People { get; private set; } = [];

    /// <summary>Where the next page begins; null when there is none.</summary>
    public string? Next { get; private set; }

    public AuditCheck? Check { get; private set; }

    /// <summary>Why the last deed failed, or null. What was seen before stays.</summary>
    public string? Failure { get; private set; }

    public async Task ShowAsync(LogFilter filter)
    {
        Filter = filter;
        Failure = await access.TryAsync(async () => Take(await server.LogAsync(filter), []));
    }

    public async Task ShowMoreAsync()
    {
        if (Next is { } before)
        {
            Failure = await access.TryAsync(async () => Take(await server.LogAsync(Filter, before), Lines ?? []));
        }
    }

    public async Task CheckAsync() => Failure = await access.TryAsync(async () => Check = await server.CheckLogAsync());

    /// <summary>All that the filter lets through, noted before it is fetched.</summary>
    /// <param name="kind">One of <see cref="AuditExportKinds"/>.</param>
    /// <returns>The file, and whether older lines did not fit; null when it was refused.</returns>
    public async Task<(byte[] File, bool IsCut)?> ExportAsync(string kind)
    {
        (byte[], bool)? made = null;
        Failure = await access.TryAsync(async () =>
        {
            await server.NoteLogExportAsync(kind);
            var lines = new List<AuditLine>();
            string? before = null;
            for (var page = 0; page < MostPagesInFile; page++)
            {
                var part = await server.LogAsync(Filter, before, AuditPart.MostLines);
                lines.AddRange(part.Lines);
                if ((before = part.Next) is null)
                {
                    break;
                }
            }

            made = (LogFile.Write(kind, lines), before is not null);
        });
        return made;
    }

    /// <returns>Of a file that is made now; of no person.</returns>
    public static string FileName(string kind, DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture, $"logboek-{now:yyyyMMdd-HHmm}.{(kind == AuditExportKinds.Table ? "csv" : "jsonl")}");

    public void Dispose() => access.OwnerChanged -= Forget;

    private void Take(AuditPart part, IReadOnlyList<AuditLine> before) => (Lines, People, Next) = ([.. before, .. part.Lines], part.People, part.Next);

    private void Forget() => (Filter, Lines, People, Next, Check, Failure) = (LogFilter.None, null, [], null, null, null);
}
