using FieldKit.Domain.Municipalities;
using FieldKit.ReportingPoint.Storage.Rows;

namespace FieldKit.ReportingPoint.Retention;

/// <summary>Until when a signal is kept: the term of its stage after the last thing that happened.</summary>
internal static class KeepingTerm
{
    /// <param name="unread">Follow-ups that the desk did not take out yet: they wait for a reader, however long.</param>
    /// <returns>Null when nothing clears it as it stands.</returns>
    public static DateTimeOffset? EndOf(Municipality? municipality, ProgressRow? progress, int unread) =>
        progress is { OpenedAt: not null, LastAt: { } last } && unread == 0 && municipality?.Stage(progress.Stage)?.KeepDays is { } days
            ? last.AddDays(days)
            : null;
}
