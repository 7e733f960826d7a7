using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Intake;
using FieldKit.ReportingPoint.Storage;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>One-time codes for the workers of one municipality: made, listed without their secrets, and taken back. Another municipality's are not found.</summary>
internal sealed class Invitations(ReportingPointDb db, WriteGate gate, CurrentStaff current, EnrolmentCodes codes, AuditLog audit, TimeProvider clock)
{
    private const int RequestBytes = 1024;
    private const int ShortestOrganisation = 2;

    /// <summary>The only answer that ever holds the codes.</summary>
    public async Task<IResult> IssueAsync(HttpRequest request)
    {
        var sent = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.CodesRequest, RequestBytes);
        var asked = sent with { Organisation = sent.Organisation.Trim() };
        if (RefusalOf(asked) is { } refusal)
        {
            return refusal;
        }

        var issued = await codes.IssueAsync(current.Member.Id, current.Municipality, asked, CancellationToken.None);
        return issued is null
            ? Refusal.CodesOutstanding
            : Results.Json(
                new IssuedCodes(
                    asked.Organisation, asked.Role, issued[0].Row.ExpiresAt,
                    [.. issued.Select(one => new IssuedCode(EnrolmentCodes.AuditName(one.Row), one.Code.ToString()))]),
                ProtocolJson.Default.IssuedCodes);
    }

    /// <returns>The ones that expire first, first.</returns>
    public async Task<IResult> ListAsync()
    {
        var rows = await EnrolmentCodes.Outstanding(db, current.Municipality, clock.GetUtcNow()).AsNoTracking()
            .OrderBy(row => row.ExpiresAt).ThenBy(row => row.Organisation)
            .ToListAsync();
        return Results.Json(
            [.. rows.Select(row => new OutstandingCode(EnrolmentCodes.AuditName(row), row.Organisation, row.Role, row.ExpiresAt - EnrolmentCodes.Lifetime, row.ExpiresAt))],
            ProtocolJson.Default.IReadOnlyListOutstandingCode);
    }

    /// <summary>One that was used, has expired or was taken back before is not found: there is nothing left to take back.</summary>
    public async Task<IResult> WithdrawAsync(string name)
    {
        // The turn in which a device enrols: either it is used, or it is taken back.
        await using var turn = await gate.EnterAsync(db, municipality: null, CancellationToken.None);
        var now = clock.GetUtcNow();
        var outstanding = await EnrolmentCodes.Outstanding(db, current.Municipality, now).ToListAsync();
        if (outstanding.Find(row => EnrolmentCodes.AuditName(row) == name) is not { } code)
        {
            return Refusal.NotFound;
        }

        code.WithdrawnAt = now;
        await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.CodeWithdrawn, $"{current.Municipality} {name}");
        await turn.SaveAsync();
        return Results.NoContent();
    }

    private static Refusal? RefusalOf(CodesRequest asked) =>
        !OneLine.IsName(asked.Organisation, ShortestOrganisation, Limits.OrganisationLetters) ? Refusal.OrganisationInvalid
        : !WriterRoles.All.Contains(asked.Role) ? Refusal.RoleUnknown
        : asked.Count is < 1 or > Limits.CodesAtOnce ? Refusal.CountInvalid
        : null;
}
