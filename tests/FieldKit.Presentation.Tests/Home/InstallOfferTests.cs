using FieldKit.Presentation.Home;
using FieldKit.Presentation.Settings;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Home;

public sealed class InstallOfferTests : IDisposable
{
    private readonly LinkableDevice linkable = new();
    private readonly RememberedPreferences preferences = new();
    private InstallWay way = InstallWay.Ask;

    public void Dispose() => linkable.Dispose();

    [Fact]
    public async Task The_first_day_offers_nothing_however_often_the_app_is_opened()
    {
        Assert.False(await StartAsync());
        linkable.Time.Advance(TimeSpan.FromMinutes(20));
        Assert.False(await StartAsync());
    }

    [Fact]
    public async Task The_second_day_offers_until_somebody_declines_for_good()
    {
        await StartAsync();
        linkable.Time.Advance(TimeSpan.FromDays(3));
        Assert.True(await StartAsync());
        linkable.Time.Advance(TimeSpan.FromDays(1));

        using var offer = Make();
        await offer.OpenAsync();
        Assert.True(offer.IsShown);
        offer.Decline();

        Assert.False(offer.IsShown);
        linkable.Time.Advance(TimeSpan.FromDays(30));
        Assert.False(await StartAsync());
    }

    [Fact]
    public async Task A_sealed_signal_is_reason_enough()
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        using (var offer = Make())
        {
            await offer.OpenAsync();
            await linkable.Device.WriteAndSealAsync();
        }

        Assert.True(await StartAsync());
    }

    [Theory]
    [InlineData(InstallWay.Installed)]
    [InlineData(InstallWay.None)]
    public async Task Nothing_is_offered_that_is_done_or_cannot_be_done(InstallWay here)
    {
        way = here;
        await StartAsync();
        linkable.Time.Advance(TimeSpan.FromDays(2));

        Assert.False(await StartAsync());
    }

    private async Task<bool> StartAsync()
    {
        using var offer = Make();
        await offer.OpenAsync();
        return offer.IsShown;
    }

    private InstallOffer Make() =>
        new(preferences, new InstallationModel(new Platform(way)), linkable.Device.Outbox, linkable.Time);

    private sealed class Platform(InstallWay way) : IInstallation
    {
        public event Action? Changed
        {
            add { }
            remove { }
        }

        public ValueTask<StoragePromise> PromiseAsync() => new(StoragePromise.Loose);

        public ValueTask<StoragePromise> AskAsync() => new(StoragePromise.Loose);

        public ValueTask<InstallWay> WayAsync() => new(way);

        public ValueTask<bool> InstallAsync() => new(false);

        public ValueTask<string?> ReleaseAsync() => new((string?)null);
    }
}
