using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Intake;

/// <summary>A device goes on to its next token by showing it.</summary>
public sealed class DeviceTokenTests : IDisposable
{
    private static readonly byte[] NoOp = ExchangeFrame.Write(new ExchangeRequest(0, null, 0, []), []);
    private readonly RunningPoint point = new();
    private readonly byte[] seed = RandomNumberGenerator.GetBytes(TokenChain.TokenBytes);

    [Fact]
    public async Task Next_token_lets_in_and_the_earlier_one_no_longer_does()
    {
        var device = await EnrolledAsync();

        await ShowAsync(device, 1);

        await RefusedAsync(device, 0);
        await ShowAsync(device, 1);
    }

    [Fact]
    public async Task Answer_that_was_lost_changes_nothing_for_who_shows_the_same_again()
    {
        var device = await EnrolledAsync();
        await ShowAsync(device, 1);
        point.Restart();

        await ShowAsync(device, 1);
        await ShowAsync(device, 2);
    }

    [Fact]
    public async Task Reporting_point_that_was_restored_knows_a_device_that_went_on_since()
    {
        var device = await EnrolledAsync();
        var backup = await HashAsync();
        await ShowAsync(device, 1);
        await ShowAsync(device, 2);
        await point.ExecuteAsync($"UPDATE devices SET token_hash = {backup}");

        var envelope = device.Seal("na het herstel");
        device.Token = TokenChain.TokenAt(seed, 2);
        Assert.Equal(1, (await device.ExchangeAsync(envelope)).Header.Outcomes.Single().Sequence);
        await RefusedAsync(device, 1);
    }

    [Fact]
    public async Task Token_as_far_ahead_as_it_looks_lets_in_and_one_further_does_not()
    {
        var device = await EnrolledAsync();

        await RefusedAsync(device, TokenChain.Sight + 1);
        await ShowAsync(device, TokenChain.Sight);
    }

    [Fact]
    public async Task Whoever_saw_a_token_cannot_make_the_next()
    {
        var device = await EnrolledAsync();
        var seen = TokenChain.TokenAt(seed, 0);
        byte[][] made = [TokenChain.Before(seen), SHA256.HashData(seen), SHA256.HashData(SHA256.HashData(seen))];

        foreach (var token in made)
        {
            device.Token = token;
            await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotEnrolled, await PostAsync(device));
        }

        await ShowAsync(device, 0);
    }

    [Fact]
    public async Task Token_of_another_device_opens_nothing()
    {
        var device = await EnrolledAsync();
        var other = await point.EnrolledAsync();

        other.Token = TokenChain.TokenAt(seed, 1);

        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotEnrolled, await PostAsync(other));
        await ShowAsync(device, 0);
    }

    [Fact]
    public async Task Of_many_that_come_at_once_the_latest_token_stays()
    {
        var device = await EnrolledAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(step => Task.Run(async () =>
        {
            using var answer = await device.PostAsync(NoOp, authorization: $"Bearer {device.Id:N}.{Base64Url.EncodeToString(TokenChain.TokenAt(seed, step))}");
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Unauthorized, $"step {step}: {answer.StatusCode}");
        })));

        await RefusedAsync(device, 6);
        await ShowAsync(device, 7);
    }

    [Fact]
    public async Task Enrolment_asked_again_after_the_first_step_is_refused_and_takes_nothing_back()
    {
        var code = await point.IssueCodeAsync();
        var device = new FieldDevice(point) { Token = TokenChain.TokenAt(seed, 0) };
        await device.EnrolAsync(code);
        var request = device.EnrolmentRequest(code);
        await ShowAsync(device, 1);

        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.EnrolmentCodeUsed, await device.TryEnrolAsync(request));
        await ShowAsync(device, 1);
    }

    public void Dispose() => point.Dispose();

    private async Task<FieldDevice> EnrolledAsync()
    {
        var device = new FieldDevice(point) { Token = TokenChain.TokenAt(seed, 0) };
        await device.EnrolAsync(await point.IssueCodeAsync());
        return device;
    }

    private async Task ShowAsync(FieldDevice device, int step)
    {
        device.Token = TokenChain.TokenAt(seed, step);
        Assert.Empty((await device.ExchangeAsync()).Header.Outcomes);
    }

    private async Task RefusedAsync(FieldDevice device, int step)
    {
        device.Token = TokenChain.TokenAt(seed, step);
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotEnrolled, await PostAsync(device));
    }

    private static Task<HttpResponseMessage> PostAsync(FieldDevice device) => device.PostAsync(NoOp);

    /// <summary>As a literal of this database.</summary>
    private async Task<string> HashAsync()
    {
        await using var connection = await point.Database.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT token_hash FROM devices";
        var hash = Convert.ToHexStringLower((byte[])(await command.ExecuteScalarAsync())!);
        return point.Database.HoldingTheRow.Length == 0 ? $"x'{hash}'" : $"'\\x{hash}'";
    }
}
