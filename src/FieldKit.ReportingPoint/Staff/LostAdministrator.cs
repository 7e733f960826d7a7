using System.Globalization;
using System.Text;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>
/// With <c>--begin-again NAME</c>: a start code for an administrator who lost the password while nobody else can make one, in a file that only the
/// server's own user reads. It gives no key: who runs the server reads no more by it than before.
/// </summary>
internal sealed class LostAdministrator(IConfiguration configuration, IServiceScopeFactory scopes, DataFolder folder, ILogger<LostAdministrator> log) : IHostedService
{
    public const string FileName = "start-code.txt";

    private string Path => folder.File(FileName);

    public async Task StartAsync(CancellationToken cancellation)
    {
        if (configuration["begin-again"] is not { Length: > 0 } name)
        {
            File.Delete(Path);
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingPointDb>();
        var key = StaffRow.Key(name);
        var member = await db.Staff.AsNoTracking().SingleOrDefaultAsync(row => row.NameKey == key, cancellation);
        if (member is null || !member.RoleList.Contains(StaffRoles.Administrator))
        {
            log.LogError("No start code was made: there is no administrator of the name that --begin-again gives.");
            return;
        }

        if (!await StaffKeyrings.MayBeginAgainAsync(db, member))
        {
            log.LogError("No start code was made: this administrator is the last who opens signals and there is no recovery key, so all signals would stay closed for good.");
            return;
        }

        var codes = scope.ServiceProvider.GetRequiredService<StartCodes>();
        if (File.Exists(Path) && await codes.Outstanding(member.Municipality).AnyAsync(row => row.Staff == member.Id, cancellation))
        {
            // A restart is no reason for another one.
            return;
        }

        if (await codes.IssueAsync(AuditLog.Nobody, member.Municipality, member.Id, member.Name, member.RoleList) is not { } issued)
        {
            log.LogError("No start code was made: too many are outstanding.");
            return;
        }

        File.Delete(Path);
        OwnersFile.Write(Path, Encoding.UTF8.GetBytes(
            $"""
            {issued.Code}

            Startcode voor {issued.For}, tot {Until(issued)}. Kies aan de balie: Ik heb een startcode. Start daarna zonder --begin-again.
            Start code for {issued.For}, until {Until(issued)}. At the desk choose: I have a start code. Then start without --begin-again.

            """));
        log.LogWarning("A start code for an administrator is in {File}, for the server's own user to read.", FileName);
    }

    public Task StopAsync(CancellationToken cancellation) => Task.CompletedTask;

    private static string Until(IssuedStart issued) => issued.ExpiresAt.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
