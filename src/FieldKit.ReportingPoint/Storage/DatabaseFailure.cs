using System.Data.Common;

namespace FieldKit.ReportingPoint.Storage;

internal static class DatabaseFailure
{
    /// <summary>The database failed or cannot be reached, as it said itself or wrapped: Entity Framework wraps what may pass by itself.</summary>
    public static bool Is(Exception failure) => failure is DbException or { InnerException: DbException };
}
