using System.Reflection;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Retention;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Databases;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff.State;

/// <summary>What an administrator should know of the program and the machine under the desk.</summary>
internal sealed class SystemLook(
    ReportingPointDb db, CurrentStaff current, DatabaseChoice database, NodeStart started, FreeStorage storage, TimeProvider clock)
{
    private static readonly string Version =
        typeof(SystemLook).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public async Task<SystemState> LookAsync()
    {
        var cleared = await db.Municipalities.Where(row => row.Id == current.Municipality).Select(row => row.RetentionClock).SingleAsync();
        return new(
            Version, database.IsShared ? SystemDatabases.Postgres : SystemDatabases.Sqlite, Frame.Versions, started.At, clock.GetUtcNow(),
            cleared == RetentionClock.NotBegun ? null : cleared, await LogCheckedAsync(), storage.IsLow);
    }

    private Task<DateTimeOffset?> LogCheckedAsync() => db.AuditPlaces
        .Where(row => row.Municipality == current.Municipality && row.Action == AuditActions.LogChecked)
        .OrderByDescending(row => row.At)
        .Select(row => (DateTimeOffset?)row.At)
        .FirstOrDefaultAsync();
}
