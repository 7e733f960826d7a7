using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Intake;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Intake;

/// <summary>A device that a restored reporting point does not know shows that it was enrolled there.</summary>
public sealed class ReadmissionTests : IDisposable
{
    private const string Forget = "DELETE FROM devices";
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Device_that_was_forgotten_is_known_again_by_its_admission_and_then_without_it()
    {
        var worker = await point.EnrolledAsync();
        var envelope = worker.Seal("Ik zag iets.");
        await point.ExecuteAsync(Forget);
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotEnrolled, await SendAsync(worker, envelope, worker.Authorization));

        using (var sent = await SendAsync(worker, envelope, WithAdmission(worker)))
        {
            Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
            Assert.True(worker.Verifies(ExchangeFrame.ReadResponse(await sent.Content.ReadAsByteArrayAsync()).Header, envelope));
        }

        Assert.Equal(1, (await worker.ExchangeAsync(envelope)).Header.Outcomes.Single().Sequence);
        using var screener = await StaffMember.ScreenerAsync(point);
        Assert.Equal(worker.Keys.PublicKey, (await screener.OpenAsync(envelope.Header.Id)).DevicePublicKey);
        Assert.Equal(["1"], await point.ReadAsync("SELECT count(*) FROM audit WHERE action = 'device-readmitted'"));
    }

    [Fact]
    public async Task Device_that_went_on_to_later_tokens_since_is_known_by_its_present_one_and_not_by_earlier_ones()
    {
        var seed = RandomNumberGenerator.GetBytes(TokenChain.TokenBytes);
        var worker = new FieldDevice(point) { Token = TokenChain.TokenAt(seed, 0) };
        await worker.EnrolAsync(await point.IssueCodeAsync());
        await point.ExecuteAsync(Forget);

        worker.Token = TokenChain.TokenAt(seed, 70);
        using var sent = await SendAsync(worker, worker.Seal("Ik zag iets."), WithAdmission(worker));

        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        worker.Token = TokenChain.TokenAt(seed, 69);
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotEnrolled, await SendAsync(worker, worker.Seal("Nog iets."), WithAdmission(worker)));
    }

    [Fact]
    public async Task Admission_without_a_token_of_that_device_or_of_another_device_or_signed_by_another_is_refused()
    {
        var (worker, other) = (await point.EnrolledAsync(), await point.EnrolledAsync());
        await point.ExecuteAsync(Forget);
        using var ownKey = SigningKey.Generate();
        var forged = new Admission(other.Id, other.Keys.PublicKey, SHA256.HashData(other.Token), "utrecht", "Jongerenwerk", "jongerenwerk", new byte[32]).Sign(ownKey);
        var seen = worker.Enrolled.Admission!;
        string[] shown =
        [
            $"Bearer {worker.Id:N}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}.{seen}",
            $"{other.Authorization}.{seen}",
            $"{other.Authorization}.{forged}",
            $"{worker.Authorization}.{(seen[9] == 'A' ? $"{seen[..9]}B{seen[10..]}" : $"{seen[..9]}A{seen[10..]}")}",
            $"{worker.Authorization}.{seen.Split('.')[0]}",
            $"{worker.Authorization}.{seen}.{seen}",
            $"{worker.Authorization}.",
            $"{worker.Authorization}.***.***",
        ];

        foreach (var authorization in shown)
        {
            await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotEnrolled, await SendAsync(worker, worker.Seal("Van mij."), authorization));
        }

        Assert.Equal(["0"], await point.ReadAsync("SELECT count(*) FROM devices"));
    }

    [Fact]
    public async Task Device_that_is_known_and_revoked_stays_so_whatever_it_shows()
    {
        var worker = await point.EnrolledAsync();
        await point.ExecuteAsync("UPDATE devices SET revoked_at = 1000");

        using var sent = await SendAsync(worker, worker.Seal("Ik zag iets."), WithAdmission(worker));

        Assert.NotNull(ExchangeFrame.ReadResponse(await sent.Content.ReadAsByteArrayAsync()).Header.Revocation);
    }

    [Fact]
    public async Task Code_that_the_backup_held_unused_is_used_up_again()
    {
        var code = await point.IssueCodeAsync();
        var worker = new FieldDevice(point);
        await worker.EnrolAsync(code);
        await point.ExecuteAsync("UPDATE enrolment_codes SET used_by = NULL");
        await point.ExecuteAsync(Forget);

        (await SendAsync(worker, worker.Seal("Ik zag iets."), WithAdmission(worker))).Dispose();

        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.EnrolmentCodeUsed, await new FieldDevice(point).TryEnrolAsync(code));
    }

    public void Dispose() => point.Dispose();

    private static string WithAdmission(FieldDevice device) => $"{device.Authorization}.{device.Enrolled.Admission}";

    private static Task<HttpResponseMessage> SendAsync(FieldDevice device, Envelope envelope, string authorization) =>
        device.PostAsync(ExchangeFrame.Write(new ExchangeRequest(0, null, 0, [envelope.Header]), [envelope.Body]), authorization: authorization);
}
