using System.CommandLine;
using System.Net;
using System.Net.Http.Json;
using FieldKit.Cli;
using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Tests.Personas;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FieldKit.ReportingPoint.Tests.Staff;

/// <summary>Shutting a device out, and what it can still do: deliver what it sealed.</summary>
[Collection("credentials in the environment")]
public sealed class DeviceRevocationTests : IDisposable
{
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Revoked_device_still_delivers_and_learns_it_under_the_pinned_key()
    {
        var device = await point.EnrolledAsync();
        var envelope = device.Seal("voor de afmelding verzegeld");
        using var staff = await StaffMember.ScreenerAsync(point);
        await RevokeAsync(staff, device.Id);

        var answer = (await device.ExchangeAsync(envelope)).Header;

        Assert.NotNull(Assert.Single(answer.Outcomes).Sequence);
        Assert.True(device.Verifies(answer, envelope));
        var revocation = Assert.IsType<SignedRevocation>(answer.Revocation);
        Assert.True(SigningKey.Verify(
            device.Enrolled.Keys.SigningPublicKey, SignedRevocation.Statement(answer.Instance, device.Id, revocation.At), revocation.Signature));
        var item = Assert.Single(await staff.InboxAsync());
        Assert.True(item.AfterRevocation);
        Assert.True((await staff.OpenAsync(item.Id)).Item.AfterRevocation);
    }

    [Fact]
    public async Task Revoked_device_gets_no_messages_and_does_not_move_its_cursor()
    {
        var device = await point.EnrolledAsync();
        var envelope = device.Seal("eerder");
        await device.ExchangeAsync(envelope);
        using var staff = await StaffMember.ScreenerAsync(point);
        var signal = await staff.OpenAsync(envelope.Header.Id);
        (await staff.AnswerAsync(envelope.Header.Id, StaffMember.Write(signal, "eerste-blik", "Bel me."))).Dispose();
        point.Clock.Advance(TimeSpan.FromMinutes(1));
        await RevokeAsync(staff, device.Id);

        var answer = await device.ExchangeAsync();

        Assert.Empty(answer.Header.Messages);
        Assert.Empty(answer.Bodies);
        Assert.Equal((0L, false), (answer.Header.Cursor, answer.Header.More));
        Assert.False(Assert.Single(await staff.InboxAsync()).AfterRevocation);
    }

    [Fact]
    public async Task Device_that_is_not_revoked_hears_nothing_of_it() =>
        Assert.Null((await (await point.EnrolledAsync()).ExchangeAsync()).Header.Revocation);

    [Fact]
    public async Task Revoking_is_in_the_audit_log_once()
    {
        var device = await point.EnrolledAsync();
        using var staff = await StaffMember.ScreenerAsync(point);
        await RevokeAsync(staff, device.Id);
        await RevokeAsync(staff, device.Id);
        Assert.Equal([("device-revoked", device.Id.ToString("D"))], await LogAsync());
    }

    [Fact]
    public async Task Who_may_not_is_refused_and_that_is_in_the_audit_log()
    {
        var device = await point.EnrolledAsync();
        using var editor = await StaffMember.EditorAsync(point);
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await PostAsync(editor, device.Id));
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await editor.Client.GetAsync("/api/v1/staff/devices"));
        Assert.Null((await device.ExchangeAsync()).Header.Revocation);
        Assert.Equal([("device-revocation-refused", Refusals.NotAllowed)], await LogAsync());
    }

    [Fact]
    public async Task Devices_of_another_municipality_are_not_there()
    {
        var device = await point.EnrolledAsync();
        using var arnhem = await StaffMember.ArnhemScreenerAsync(point);
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await PostAsync(arnhem, device.Id));
        Assert.Empty((await arnhem.Client.GetFromJsonAsync("/api/v1/staff/devices", ProtocolJson.Default.IReadOnlyListDeviceItem))!);
        Assert.Null((await device.ExchangeAsync()).Header.Revocation);
    }

    [Fact]
    public async Task Administrator_lists_and_revokes_from_the_command_line()
    {
        var device = await point.EnrolledAsync();
        var listed = Run(Setups.UtrechtSecrets.Name, "devices", "list", "--url", Address);
        Assert.True(listed.Code == 0, listed.Said);
        Assert.Contains($"{device.Id:D}  ", listed.Said);
        Assert.DoesNotContain("revoked", listed.Said);

        var revoked = Run(Setups.UtrechtSecrets.Name, "devices", "revoke", device.Id.ToString(), "--url", Address);
        Assert.True(revoked.Code == 0, revoked.Said);
        Assert.NotNull((await device.ExchangeAsync()).Header.Revocation);
        Assert.Contains("afgemeld / revoked 2", Run(Setups.UtrechtSecrets.Name, "devices", "list", "--url", Address).Said);
        Assert.DoesNotContain(Setups.UtrechtSecrets.Password, listed.Said + revoked.Said);
    }

    [Fact]
    public async Task Editor_at_the_command_line_is_told_no()
    {
        var device = await point.EnrolledAsync();
        var (code, said) = Run("editor", "devices", "revoke", device.Id.ToString(), "--url", Address);
        Assert.Equal(1, code);
        Assert.Contains("not-allowed (403)", said);
        Assert.Contains("not revoked", said);
    }

    public void Dispose() => point.Dispose();

    private string Address => point.Address.ToString();

    private static async Task RevokeAsync(StaffMember staff, Guid device)
    {
        using var answer = await PostAsync(staff, device);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private static Task<HttpResponseMessage> PostAsync(StaffMember staff, Guid device) =>
        staff.Client.PostAsync($"/api/v1/staff/devices/{device}/revocation", null);

    private (int Code, string Said) Run(string name, params string[] arguments)
    {
        Environment.SetEnvironmentVariable("FIELDKIT_NAME", name);
        Environment.SetEnvironmentVariable("FIELDKIT_PASSWORD", Setups.UtrechtSecrets.Password);
        using var said = new StringWriter();
        var code = CommandLine.Commands(point.Clock).Parse(arguments).Invoke(new InvocationConfiguration { Output = said, Error = said });
        return (code, said.ToString());
    }

    /// <summary>Without who signed in.</summary>
    private async Task<IReadOnlyList<(string Action, string Subject)>> LogAsync()
    {
        using var scope = point.Services.CreateScope();
        var rows = await scope.ServiceProvider.GetRequiredService<ReportingPointDb>().Audit.AsNoTracking().OrderBy(row => row.Sequence).ToListAsync();
        return [.. rows.Where(row => row.Action.StartsWith("device-revo", StringComparison.Ordinal)).Select(row => (row.Action, row.Subject))];
    }
}
