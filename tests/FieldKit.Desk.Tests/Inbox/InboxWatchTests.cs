using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using FieldKit.Desk.Inbox;
using FieldKit.Desk.Keys;
using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Desk.Tests.Setting;
using FieldKit.Protocol;
using FieldKit.TestKit;

namespace FieldKit.Desk.Tests.Inbox;

/// <summary>Time stands still unless a test moves it: what is seen without that came over the line.</summary>
public sealed class InboxWatchTests : IDisposable
{
    private const string Inbox = "GET /api/v1/staff/inbox";
    private const string News = "GET /api/v1/staff/inbox/news";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Case given = new();
    private readonly FakeServer server = new();
    private readonly ManualTimeProvider clock = new();
    private readonly DeskAccess access;
    private readonly InboxWatch watch;
    private readonly SemaphoreSlim looks = new(0);
    private readonly List<PipeWriter> lines = [];
    private readonly SemaphoreSlim called = new(0);

    public InboxWatchTests()
    {
        server.Serve(given);
        server.On(News, NewLine);
        access = new(server.Client, new NativeDeskKeys(given.Epoch), new IdleLock(clock));
        watch = new(server.Client, access, new InboxLine(server.Client, clock));
        watch.Changed += () => looks.Release();
    }

    [Fact]
    public async Task Inbox_is_fetched_when_the_reporting_point_says_that_it_changed_and_only_then()
    {
        await OpenAsync();

        await SayAsync(InboxNews.Changed);
        await LookAsync();
        await SayAsync(InboxNews.Still);
        await SayAsync(InboxNews.Changed);
        await LookAsync();

        Assert.Equal(2, server.Asked.Count(route => route == Inbox));
        Assert.Equal(given.Id, watch.Items!.Single().Id);
    }

    [Fact]
    public async Task Filter_is_shown_beside_all_that_came_in_and_kept_up_to_date()
    {
        var mine = given.Item() with { Id = Guid.NewGuid() };
        Serve(request => new([request.RequestUri!.Query == "?waiting=mine" ? mine : given.Item()], null));
        await OpenAsync();

        await watch.ShowAsync(Mine);
        Assert.Equal((given.Id, mine.Id), (watch.Items!.Single().Id, watch.Shown!.Single().Id));
        Assert.Equal((given.Id, mine.Id), (watch.Find(given.Id)!.Id, watch.Find(mine.Id)!.Id));
        mine = mine with { Stage = "afgerond" };
        await SayAsync(InboxNews.Changed);
        await LookAsync();
        await LookAsync();
        Assert.Equal("afgerond", watch.Shown!.Single().Stage);
        await watch.ShowAsync(InboxFilter.None);

        Assert.Equal(given.Id, watch.Shown!.Single().Id);
    }

    [Fact]
    public async Task Pages_that_were_asked_for_stay_when_something_comes_in_and_each_signal_is_there_once()
    {
        InboxItem[] all = [.. Enumerable.Range(0, 120).Select(n => given.Item() with { Id = Guid.NewGuid(), LastSequence = 1000 - n })];
        Serve(Page);
        await OpenAsync();
        await watch.RefreshAsync();
        Assert.Equal((50, true, false), (watch.Shown!.Count, watch.HasMore, watch.IsSearching));

        await watch.ShowMoreAsync();
        Assert.Equal(all.Take(100).Select(item => item.Id), watch.Shown!.Select(item => item.Id));
        all = [given.Item() with { Id = Guid.NewGuid(), LastSequence = 2000 }, .. all];
        await watch.RefreshAsync();
        Assert.Equal(all.Take(100).Select(item => item.Id), watch.Shown!.Select(item => item.Id));
        await watch.ShowMoreAsync();

        Assert.Equal((121, false), (watch.Shown!.Count, watch.HasMore));

        InboxPart Page(HttpRequestMessage request)
        {
            var before = request.RequestUri!.Query.Split("before=") is [_, var number] ? long.Parse(number, CultureInfo.InvariantCulture) : long.MaxValue;
            InboxItem[] rest = [.. all.Where(item => item.LastSequence < before)];
            return new([.. rest.Take(50)], rest.Length > 50 ? rest[49].LastSequence : null);
        }
    }

    [Fact]
    public async Task Page_that_is_not_full_and_has_a_next_says_that_it_is_still_searching()
    {
        Serve(request => request.RequestUri!.Query.Contains("before=7", StringComparison.Ordinal) ? new([given.Item()], null) : new([], 7));
        await OpenAsync();

        await watch.ShowAsync(Mine);
        Assert.True(watch is { Shown.Count: 0, HasMore: true, IsSearching: true });
        await watch.ShowMoreAsync();

        Assert.True(watch is { Shown.Count: 1, HasMore: false, IsSearching: false });
    }

    [Fact]
    public async Task Nothing_is_listened_to_before_the_key_is_open_and_after_it_was_locked()
    {
        Assert.DoesNotContain(News, server.Asked);
        await OpenAsync();

        access.Lock();

        Assert.True((await EndOfAsync(lines.Single())).IsCompleted);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Single(lines);
    }

    [Fact]
    public async Task Line_that_broke_is_made_anew_and_what_came_in_meanwhile_is_seen()
    {
        await OpenAsync();
        await SayAsync(InboxNews.Changed);
        await LookAsync();

        await lines[0].CompleteAsync(new IOException("cut"));
        await LookAsync();
        await AnotherLineAsync();
        await SayAsync(InboxNews.Changed);
        await LookAsync();

        Assert.Equal((1, null), (watch.Items!.Count, watch.Failure));
    }

    [Fact]
    public async Task Line_that_is_silent_for_too_long_is_made_anew()
    {
        await OpenAsync();
        await SayAsync(InboxNews.Still);
        Assert.Single(lines);

        clock.Advance(InboxLine.LongestSilence);
        await LookAsync();

        await AnotherLineAsync();
        Assert.Equal(2, lines.Count);
    }

    [Fact]
    public async Task Inbox_keeps_what_it_had_while_the_reporting_point_is_gone_and_comes_back_by_itself()
    {
        await OpenAsync();
        await SayAsync(InboxNews.Changed);
        await LookAsync();
        server.On(News, () => throw new HttpRequestException("cut"));
        server.On(Inbox, () => throw new HttpRequestException("cut"));

        await lines[0].CompleteAsync(new IOException("cut"));
        await LookAsync();
        Assert.Equal((1, DeskRefusedException.Unreachable), (watch.Items!.Count, watch.Failure));
        for (var attempt = 0; attempt < 20; attempt++)
        {
            await WaitOutAsync(looks);
        }

        server.Serve(given);
        server.On(News, NewLine);
        await AnotherLineAsync();
        await SayAsync(InboxNews.Changed);
        await LookAsync();

        Assert.Null(watch.Failure);
    }

    [Fact]
    public async Task Session_that_ended_is_said_and_not_asked_for_again()
    {
        await OpenAsync();
        server.On(News, () => FakeServer.Refuse(HttpStatusCode.Unauthorized, Refusals.NotAllowed));
        server.On(Inbox, () => FakeServer.Refuse(HttpStatusCode.Unauthorized, Refusals.NotAllowed));

        await lines[0].CompleteAsync();
        await WaitOutAsync(looks);

        Assert.Equal((AccessState.SignedOut, true), (access.State, access.SessionEnded));
        var asked = server.Asked.Count;
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(asked, server.Asked.Count);
    }

    [Fact]
    public async Task Login_page_of_some_network_is_not_a_line()
    {
        server.On(News, () => new(HttpStatusCode.OK) { Content = new StringContent("<html>Welcome to our Wi-Fi</html>", null, "text/html") });
        await using var words = server.Client.InboxNewsAsync(CancellationToken.None).GetAsyncEnumerator();

        var refused = await Assert.ThrowsAsync<DeskRefusedException>(() => words.MoveNextAsync().AsTask());

        Assert.Equal(DeskRefusedException.Unreachable, refused.Code);
    }

    public void Dispose()
    {
        watch.Dispose();
        access.Dispose();
        given.Dispose();
        looks.Dispose();
        called.Dispose();
    }

    private static InboxFilter Mine => new(Waiting: InboxWaiting.Mine);

    private void Serve(Func<HttpRequestMessage, InboxPart> page) => server.On(Inbox, request => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
    {
        Content = JsonContent.Create(page(request), ProtocolJson.Default.InboxPart),
    }));

    private HttpResponseMessage NewLine()
    {
        var pipe = new Pipe();
        lines.Add(pipe.Writer);
        called.Release();
        return new(HttpStatusCode.OK)
        {
            Content = new StreamContent(pipe.Reader.AsStream()) { Headers = { ContentType = new MediaTypeHeaderValue("text/event-stream") } },
        };
    }

    private async Task OpenAsync()
    {
        await access.SignInAsync("Noor", "geheim");
        await access.UnlockAsync("goede wachtzin");
        Assert.True(await called.WaitAsync(Patience));
    }

    private async Task SayAsync(string word) => await lines[^1].WriteAsync(Encoding.UTF8.GetBytes($"event: {word}\ndata: 1\n\n"));

    private async Task LookAsync() => Assert.True(await looks.WaitAsync(Patience), "Nobody looked.");

    private Task AnotherLineAsync() => WaitOutAsync(called);

    /// <summary>However long the desk waits before it tries again.</summary>
    private async Task WaitOutAsync(SemaphoreSlim sign)
    {
        for (var tries = 0; !await sign.WaitAsync(TimeSpan.Zero); tries++)
        {
            Assert.True(tries < 1_000_000, "It was not tried again.");
            clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }
    }

    private static async Task<FlushResult> EndOfAsync(PipeWriter line)
    {
        FlushResult flushed;
        do
        {
            flushed = await line.WriteAsync(": \n"u8.ToArray());
            await Task.Yield();
        }
        while (!flushed.IsCompleted);
        return flushed;
    }
}
