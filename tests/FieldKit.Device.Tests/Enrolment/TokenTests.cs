using System.Buffers.Text;
using FieldKit.Device.Enrolment;
using FieldKit.Device.Sync;
using FieldKit.Protocol;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Enrolment;

/// <summary>A device goes on to its next token each week, and finds its way in whatever was lost or put back.</summary>
public sealed class TokenTests : DeviceTest
{
    private const string Passphrase = "vier losse woorden samen";

    [Fact]
    public async Task Within_a_week_it_shows_the_same_token_and_after_it_the_next()
    {
        await Device.EnrolAsync(Point);
        await SyncAsync(days: 0);
        await SyncAsync(days: 6);
        await SyncAsync(days: 1);
        await SyncAsync(days: 0);

        var tokens = Tokens();
        Assert.Equal([tokens[0], tokens[0], tokens[0]], tokens.Take(3));
        Assert.NotEqual(tokens[0], tokens[3]);
        Assert.Equal(1, (await Device.Enrolment.CurrentAsync())!.TokenStep);
    }

    [Fact]
    public async Task Next_token_is_written_down_before_it_is_shown_so_a_lost_answer_changes_nothing()
    {
        await StepAsync();
        Point.Script(Misbehaviours.LoseAnswer);
        await Device.WriteAndSealAsync();
        Assert.Equal(SyncResult.Offline, (await Device.Sync.RunOnceAsync()).Result);

        Assert.Equal(new(SyncResult.Done, Received: 1), await Restart().Sync.RunOnceAsync());

        Assert.Equal(Tokens()[^2], Tokens()[^1]);
    }

    [Fact]
    public async Task Device_put_back_to_an_earlier_state_gets_in_with_one_more_request_and_delivers()
    {
        await Device.EnrolAsync(Point);
        await Device.Sync.RunOnceAsync();
        Restart().Dispose();
        var earlier = await File.ReadAllBytesAsync(DatabaseFile);
        Restart();
        for (var week = 0; week < TokenChain.Sight; week++)
        {
            await SyncAsync(days: 7);
        }

        await SyncAsync(days: 0);
        Restart().Dispose();
        await File.WriteAllBytesAsync(DatabaseFile, earlier);
        await Restart().Keys.UnlockAsync(NativeDevice.Pin);
        var id = await Device.WriteAndSealAsync("na het terugzetten");
        var asked = Point.Exchanges.Count;

        Assert.Equal(1, (await Device.Sync.RunOnceAsync()).Received);

        Assert.Equal(asked + 2, Point.Exchanges.Count);
        Assert.Equal("na het terugzetten", Point.Open(id).Answers["s2_wat"].Text);
        Assert.Equal(new(SyncResult.Done), await Restart().Sync.RunOnceAsync());
        Assert.Equal(asked + 3, Point.Exchanges.Count);
    }

    [Fact]
    public async Task Reporting_point_that_no_longer_knows_it_is_asked_no_more_than_twice_and_uses_up_no_tokens()
    {
        await Device.EnrolAsync(Point);
        var enrolled = (await Device.Enrolment.CurrentAsync())!;
        Point.Forget(enrolled.Device);

        var outcome = await Device.Sync.RunOnceAsync();

        Assert.Equal((SyncResult.Refused, Refusals.NotEnrolled), (outcome.Result, outcome.Refusal));
        Assert.Equal(2, Point.Exchanges.Count);
        Restart();
        Assert.Equal(enrolled.Token, (await Device.Enrolment.CurrentAsync())!.Token);
    }

    [Fact]
    public async Task Another_tab_that_remembers_the_earlier_token_takes_up_the_new_one()
    {
        await Device.EnrolAsync(Point);
        await Device.Sync.RunOnceAsync();
        using var other = new NativeDevice(DatabaseFile, Point, Time);
        await other.Enrolment.CurrentAsync();
        await SyncAsync(days: 7);
        await SyncAsync(days: 0);

        Assert.Equal(new(SyncResult.Done), await other.Sync.RunOnceAsync());

        Assert.Equal(1, (await other.Enrolment.CurrentAsync())!.TokenStep);
    }

    [Theory]
    [InlineData(3650)]
    [InlineData(-3650)]
    public async Task Clock_of_the_device_has_no_say(int days)
    {
        await Device.EnrolAsync(Point);
        await Device.Sync.RunOnceAsync();
        var right = Time.GetUtcNow();
        Time.SetClock(right.AddDays(days));
        Point.Ahead = -TimeSpan.FromDays(days);

        await Device.Sync.RunOnceAsync();

        Assert.Equal(0, (await Device.Enrolment.CurrentAsync())!.TokenStep);
    }

    [Fact]
    public async Task Message_from_an_older_file_of_unsent_work_still_arrives_and_its_device_still_gets_in()
    {
        await Device.EnrolAsync(Point);
        var id = await Device.WriteAndSealAsync("uit het bestand");
        var (file, _) = await Device.Export.WriteAsync(Passphrase);
        using var elsewhere = new TemporaryFolder();
        using var other = new NativeDevice(elsewhere.File("device.db"), Point, Time);
        await other.EnrolAsync(Point);
        await other.Import.RunAsync(file, Passphrase);
        await StepAsync(enrols: false);
        Point.Stored.Clear();

        await other.Sync.RunOnceAsync();

        Assert.Equal(id, Point.Stored.Single().Header.Id);
        Assert.Equal(0, await other.Courier.WaitingCountAsync());
        Assert.Equal(SyncResult.Done, (await Device.Sync.RunOnceAsync()).Result);
    }

    [Fact]
    public void Chain_that_is_at_its_end_goes_on_with_its_last_token()
    {
        var last = EnrolledAt(TokenChain.Length);

        Assert.Equal(last.Token, last.Heard(Time.GetUtcNow()).Heard(Time.GetUtcNow().AddDays(7)).Token);
        Assert.Null(last.Leapt());
        Assert.Equal(TokenChain.Length, EnrolledAt(TokenChain.Length - 1).Leapt()!.TokenStep);
    }

    [Fact]
    public void Device_that_was_enrolled_with_one_token_keeps_it()
    {
        var earlier = EnrolledAt(0) with { TokenSeed = null };

        Assert.Equal(earlier, earlier.Heard(Time.GetUtcNow()).Heard(Time.GetUtcNow().AddDays(365)));
        Assert.Null(earlier.Leapt());
    }

    private static EnrolledDevice EnrolledAt(int step) =>
        new(Guid.CreateVersion7(), "token", "utrecht", "Jongerenwerk", "jongerenwerk", null!) { TokenSeed = Base64Url.EncodeToString(new byte[32]), TokenStep = step };

    private async Task StepAsync(bool enrols = true)
    {
        if (enrols)
        {
            await Device.EnrolAsync(Point);
        }

        await SyncAsync(days: 0);
        await SyncAsync(days: 7);
        await SyncAsync(days: 0);
        Assert.Equal(1, (await Device.Enrolment.CurrentAsync())!.TokenStep);
    }

    private async Task SyncAsync(int days)
    {
        Time.Advance(TimeSpan.FromDays(days));
        Assert.Equal(SyncResult.Done, (await Device.Sync.RunOnceAsync()).Result);
    }

    private List<string> Tokens() => [.. Point.Exchanges.Select(exchange => exchange.Token)];
}
