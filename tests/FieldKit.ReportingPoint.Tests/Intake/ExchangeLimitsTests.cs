using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Intake;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Intake;

public sealed class ExchangeLimitsTests : IDisposable
{
    private static readonly byte[] NoOp = ExchangeFrame.Write(new ExchangeRequest(0, null, 0, []), []);
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Device_that_asks_too_often_waits_as_long_as_told_and_nobody_else_does()
    {
        Set("limits:exchanges-of-a-device", "3");
        var (worker, colleague) = (await point.EnrolledAsync(), await point.EnrolledAsync());
        for (var exchange = 0; exchange < 3; exchange++)
        {
            await worker.ExchangeAsync();
        }

        await TooManyAsync(seconds: 1, await worker.PostAsync(NoOp));
        await colleague.ExchangeAsync();
        point.Clock.Advance(TimeSpan.FromSeconds(1));
        var envelope = worker.Seal("Ik zag iets.");
        Assert.True(worker.Verifies((await worker.ExchangeAsync(envelope)).Header, envelope));
    }

    [Fact]
    public async Task Device_that_leaves_exchanges_hanging_waits_until_one_has_gone_and_nobody_else_does()
    {
        var (worker, colleague) = (await point.EnrolledAsync(), await point.EnrolledAsync());
        var hanging = new List<TcpClient>();
        for (var exchange = 0; exchange < 8; exchange++)
        {
            hanging.Add(await BegunAsync(worker));
        }

        await TooManyAsync(seconds: 1, await worker.PostAsync(NoOp));
        await colleague.ExchangeAsync();
        hanging[0].Client.Close(timeout: 0);

        // How soon the other side notices is its own affair.
        while ((await worker.PostAsync(NoOp)).StatusCode == HttpStatusCode.TooManyRequests)
        {
            point.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await worker.ExchangeAsync();
        hanging.ForEach(connection => connection.Dispose());
    }

    [Fact]
    public async Task Somebody_who_knows_only_its_id_does_not_use_up_what_a_device_may_ask()
    {
        Set("limits:exchanges-of-a-device", "1");
        var device = await point.EnrolledAsync();
        var right = device.Token;
        device.Token = new byte[32];
        for (var guess = 0; guess < 3; guess++)
        {
            await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotEnrolled, await device.PostAsync(NoOp));
        }

        device.Token = right;
        await device.ExchangeAsync();
    }

    [Fact]
    public async Task Address_that_asks_too_often_waits_whatever_it_shows()
    {
        Set("limits:exchanges-of-an-address", "3");
        var device = await point.EnrolledAsync();
        for (var exchange = 0; exchange < 3; exchange++)
        {
            (await device.PostAsync(NoOp, authorization: "")).Dispose();
        }

        await TooManyAsync(seconds: 1, await device.PostAsync(NoOp));
        point.Clock.Advance(TimeSpan.FromSeconds(1));
        await device.ExchangeAsync();
    }

    [Fact]
    public async Task Behind_a_trusted_proxy_everybody_counts_for_themselves()
    {
        point.Settings["proxy"] = "127.0.0.1, ::1";
        Set("limits:exchanges-of-an-address", "1");

        Assert.Equal([401, 429, 401, 429], await AskAsync("192.0.2.1", "192.0.2.1", "2001:db8::1", "2001:db8::2"));
    }

    [Fact]
    public async Task Nobody_becomes_somebody_else_by_saying_so()
    {
        Set("limits:exchanges-of-an-address", "1");

        Assert.Equal([401, 429], await AskAsync("192.0.2.1", "192.0.2.2"));
    }

    [Fact]
    public async Task What_is_too_much_for_a_day_waits_for_the_next_and_nothing_of_it_is_lost()
    {
        Set("limits:bytes-of-a-device", $"{2 * DeviceAllowance.LeastBytes}");
        var (worker, colleague) = (await point.EnrolledAsync(), await point.EnrolledAsync());
        Envelope[] sent = [worker.Seal("een"), worker.Seal("twee"), worker.Seal("drie")];
        Envelope[] all = [.. sent, worker.FollowUp(sent[2])];

        var today = (await worker.ExchangeAsync(all)).Header;

        Assert.Equal([1L, 2L, null, null], today.Outcomes.Select(outcome => outcome.Sequence));
        Assert.Equal([null, null, Refusals.TooMany, Refusals.TooMany], today.Outcomes.Select(outcome => outcome.Refusal));
        Assert.True(worker.Verifies(today, all));
        Assert.Equal([1L, null], (await worker.ExchangeAsync(sent[0], sent[2])).Header.Outcomes.Select(outcome => outcome.Sequence));
        Assert.Equal(3, (await colleague.ExchangeAsync(colleague.Seal("vier"))).Header.Outcomes.Single().Sequence);

        point.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal([4L, 5L], (await worker.ExchangeAsync(all[2..])).Header.Outcomes.Select(outcome => outcome.Sequence));
    }

    [Fact]
    public async Task What_a_day_holds_is_counted_over_exchanges_and_restarts()
    {
        Set("limits:bytes-of-a-device", $"{3 * DeviceAllowance.LeastBytes}");
        var worker = await point.EnrolledAsync();
        for (var number = 1; number <= 3; number++)
        {
            Assert.Equal(number, (await worker.ExchangeAsync(worker.Seal("een"))).Header.Outcomes.Single().Sequence);
            point.Restart();
        }

        Expect.Refused(Refusals.TooMany, (await worker.ExchangeAsync(worker.Seal("vier"))).Header.Outcomes.Single());
    }

    public void Dispose() => point.Dispose();

    private void Set(string name, string value)
    {
        point.Settings[name] = value;
        point.Restart();
    }

    /// <summary>Let in, and asked for a body that does not come.</summary>
    private async Task<TcpClient> BegunAsync(FieldDevice device)
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(point.Address.Host, point.Address.Port);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v1/exchange HTTP/1.1\r\nHost: meldpunt\r\nContent-Type: {Frame.ContentType}\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n"
            + $"Authorization: Bearer {device.Id:N}.{Base64Url.EncodeToString(device.Token)}\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        Assert.Equal("HTTP/1.1 100 Continue", await reader.ReadLineAsync());
        return connection;
    }

    private static async Task TooManyAsync(int seconds, HttpResponseMessage answer)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), answer.Headers.RetryAfter!.Delta);
        await Expect.RefusalAsync(HttpStatusCode.TooManyRequests, Refusals.TooMany, answer);
    }

    private async Task<IReadOnlyList<int>> AskAsync(params string[] from)
    {
        using var client = point.Client();
        var answers = new List<int>();
        foreach (var address in from)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/exchange") { Content = new ByteArrayContent(NoOp) };
            request.Content.Headers.ContentType = new(Frame.ContentType);
            request.Headers.Add("X-Forwarded-For", address);
            using var answer = await client.SendAsync(request);
            answers.Add((int)answer.StatusCode);
        }

        return answers;
    }
}
