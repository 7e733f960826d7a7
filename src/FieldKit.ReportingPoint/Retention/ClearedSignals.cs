using FieldKit.Protocol;
using FieldKit.ReportingPoint.Storage.Rows;

namespace FieldKit.ReportingPoint.Retention;

internal static class ClearedSignals
{
    /// <summary>A seal around nothing is this long, and anything shorter was cleared. Entity Framework does not translate a comparison with 0.</summary>
    public const int LongestCleared = Limits.SealOverheadBytes;

    /// <summary>What is left of a cleared envelope answers its device, and is nothing to the desk.</summary>
    public static IQueryable<EnvelopeRow> NotCleared(this IQueryable<EnvelopeRow> envelopes) => envelopes.Where(row => row.Sealed.Length > LongestCleared);
}
