using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FieldKit.Device.Outbox;
using FieldKit.Device.Sync;
using FieldKit.Protocol;
using FieldKit.TestKit;
using Microsoft.AspNetCore.Http;

namespace FieldKit.Device.Tests.Sync;

/// <summary>
/// What stands between a device and its reporting point, over real HTTP. As long as it stands, what was sealed is shown as waiting
/// and never as received; once the way is clear the queue empties by itself, when the loop's own timer says so.
/// </summary>
public sealed class DisorderTests : IAsyncLifetime
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private readonly TemporaryFolder folder = new();
    private readonly ManualTimeProvider time = new();
    private readonly ScriptedReportingPoint point;
    private readonly LoopbackPoint way;
    private readonly X509Certificate2 expired = Certificate(fromDays: -30, toDays: -1);
    private readonly X509Certificate2 renewed = Certificate(fromDays: -1, toDays: 30);
    private X509Certificate2 shown;
    private HttpClient http;
    private NativeDevice device;
    private RunningLoop running;

    public DisorderTests()
    {
        shown = renewed;
        point = new(time);
        way = new(point) { Certificate = () => shown };
        http = Connect();
        device = Open();
        running = new(device.Sync, time);
    }

    public async Task InitializeAsync()
    {
        await way.StartAsync();
        await device.EnrolAsync(point);
        await running.AfterAsync(running.Start);
    }

    [Fact]
    public async Task Reboot()
    {
        way.InTheWay = BreakOff;
        await SealAndFailAsync();
        await running.DisposeAsync();
        device.Dispose();
        way.InTheWay = null;

        device = Open();
        running = new(device.Sync, time);
        await running.AfterAsync(running.Start);

        await device.Keys.UnlockAsync(NativeDevice.Pin);
        await AssertReceivedAsync();
    }

    [Fact]
    public async Task Flight_mode()
    {
        await way.StopAsync();
        await SealAndFailAsync();

        await way.StartAsync();

        await AssertDrainsAsync();
    }

    [Fact]
    public async Task Captive_portal()
    {
        way.InTheWay = context =>
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("<html><body>Welkom op de wifi! Log in.</body></html>");
        };
        await SealAndFailAsync();

        way.InTheWay = null;

        await AssertDrainsAsync();
    }

    [Fact]
    public async Task Captive_portal_that_says_it_is_a_frame()
    {
        way.InTheWay = context =>
        {
            context.Response.ContentType = Frame.ContentType;
            return context.Response.WriteAsync("<html><body>Welkom op de wifi! Log in.</body></html>");
        };
        await SealAndFailAsync();

        way.InTheWay = null;

        await AssertDrainsAsync();
    }

    [Fact]
    public async Task Expired_certificate()
    {
        shown = expired;
        // A connection that is open stays open: the device comes back later with a new one.
        await way.StopAsync();
        await way.StartAsync();
        var before = way.Exchanges;
        await SealAndFailAsync();
        Assert.Equal(before, way.Exchanges);

        shown = renewed;

        await AssertDrainsAsync();
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task Server_error(int status)
    {
        way.InTheWay = context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync("Internal error");
        };
        await SealAndFailAsync();

        way.InTheWay = null;

        await AssertDrainsAsync();
    }

    [Fact]
    public async Task Too_many_requests_with_a_time_to_wait()
    {
        way.InTheWay = AskToWait;
        await running.AfterAsync(async () => await device.WriteAndSealAsync());
        await AssertNotReceivedAsync();
        Assert.Equal(TimeSpan.FromMinutes(20), time.NextTimer);

        way.InTheWay = null;
        var before = way.Exchanges;
        time.Advance(TimeSpan.FromSeconds(1199));
        Assert.Equal(before, way.Exchanges);

        await AssertDrainsAsync();
    }

    [Fact]
    public async Task Slow_line_that_loses_one_in_ten()
    {
        const int Signals = 40;
        var answered = 0;
        var lost = 0;
        way.LosesAnswer = () =>
        {
            // Each exchange takes seconds on such a line.
            time.Advance(TimeSpan.FromSeconds(3));
            var loses = ++answered % 10 == 3;
            lost += loses ? 1 : 0;
            return loses;
        };
        // While it was asked to wait, nothing that is sealed wakes it.
        way.InTheWay = AskToWait;
        await running.AfterAsync(async () => await device.WriteAndSealAsync());
        for (var signal = 1; signal < Signals; signal++)
        {
            await device.WriteAndSealAsync($"Feit {signal}.");
        }

        way.InTheWay = null;
        for (var tries = 0; await device.Outbox.WaitingCountAsync() > 0; tries++)
        {
            Assert.InRange(tries, 0, 20);
            await running.AfterAsync(() => time.Advance(time.NextTimer!.Value));
        }

        Assert.True(lost > 0, "Nothing was lost.");
        Assert.Equal(Signals, point.Stored.Count);
        Assert.All(await device.Signals.ListAsync(), signal => Assert.Equal(SignalState.Received, signal.State));
    }

    [Theory]
    [InlineData(3650)]
    [InlineData(-3650)]
    public async Task Clock_ten_years_off(int days)
    {
        way.InTheWay = BreakOff;
        await SealAndFailAsync();
        time.SetClock(time.GetUtcNow().AddDays(days));
        await running.AfterAsync(() => time.Advance(time.NextTimer!.Value));

        way.InTheWay = null;

        await AssertDrainsAsync();
        await running.AfterAsync(async () => await device.WriteAndSealAsync("Met de klok nog verkeerd."));
        Assert.Equal(2, point.Stored.Count);
        time.SetClock(time.GetUtcNow().AddDays(-days));
        await running.AfterAsync(async () => await device.WriteAndSealAsync("Met de klok weer goed."));
        Assert.Equal(3, point.Stored.Count);
    }

    public async Task DisposeAsync()
    {
        await running.DisposeAsync();
        device.Dispose();
        http.Dispose();
        await way.DisposeAsync();
        point.Dispose();
        expired.Dispose();
        renewed.Dispose();
        folder.Dispose();
    }

    private static Task BreakOff(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static Task AskToWait(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = "1200";
        return context.Response.WriteAsync("Later");
    }

    private static X509Certificate2 Certificate(int fromDays, int toDays)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(fromDays), now.AddDays(toDays));
    }

    /// <summary>Both certificates come from somebody whom this device trusts: only the date makes the difference.</summary>
    private HttpClient Connect()
    {
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(expired);
        trust.CustomTrustStore.Add(renewed);
        var handler = new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust } };
        return new(handler) { BaseAddress = way.Address };
    }

    private NativeDevice Open() => new(folder.File("device.db"), new HttpReportingPoint(http), time);

    /// <summary>Seals, and lets the loop try three times in vain.</summary>
    private async Task SealAndFailAsync()
    {
        await running.AfterAsync(async () => await device.WriteAndSealAsync());
        await AssertNotReceivedAsync();
        for (var tries = 0; tries < 2; tries++)
        {
            Assert.InRange(time.NextTimer!.Value, TimeSpan.Zero, Longest);
            await running.AfterAsync(() => time.Advance(time.NextTimer!.Value));
            await AssertNotReceivedAsync();
        }
    }

    private async Task AssertNotReceivedAsync()
    {
        Assert.Equal(SyncState.Offline, device.Sync.Status.State);
        Assert.Equal(1, await device.Outbox.WaitingCountAsync());
        Assert.Equal(SignalState.Sealed, (await device.Signals.ListAsync()).Single().State);
    }

    /// <summary>Nobody taps anything: only time passes.</summary>
    private async Task AssertDrainsAsync()
    {
        await running.AfterAsync(() => time.Advance(time.NextTimer!.Value));
        await AssertReceivedAsync();
    }

    private async Task AssertReceivedAsync()
    {
        Assert.Equal(0, await device.Outbox.WaitingCountAsync());
        Assert.Equal(SignalState.Received, (await device.Signals.ListAsync()).Single().State);
        Assert.Single(point.Stored);
    }
}
