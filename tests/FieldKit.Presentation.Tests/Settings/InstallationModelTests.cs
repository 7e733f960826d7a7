using FieldKit.Presentation.Settings;

namespace FieldKit.Presentation.Tests.Settings;

public sealed class InstallationModelTests
{
    [Fact]
    public async Task A_browser_that_agrees_keeps_everything()
    {
        var model = new InstallationModel(new Browser(StoragePromise.Loose, StoragePromise.Kept));
        await model.ReadAsync();
        Assert.Equal(StoragePromise.Loose, model.Promise);

        await model.AskAsync();

        Assert.Equal((StoragePromise.Kept, false), (model.Promise, model.IsRefused));
    }

    [Fact]
    public async Task A_browser_that_promises_nothing_is_said_plainly()
    {
        var model = new InstallationModel(new Browser(StoragePromise.Loose, StoragePromise.Loose));
        await model.ReadAsync();
        Assert.False(model.IsRefused);

        await model.AskAsync();

        Assert.True(model.IsRefused);
    }

    [Fact]
    public async Task Release_and_installation_are_shown_as_the_browser_says()
    {
        var model = new InstallationModel(new Browser(StoragePromise.Unknown, StoragePromise.Unknown));

        await model.ReadAsync();

        Assert.Equal((true, "3f9a"), (model.IsInstalled, model.Release));
    }

    [Theory]
    [InlineData(true, InstallWay.Installed)]
    [InlineData(false, InstallWay.Menu)]
    public async Task The_browser_asks_once_and_what_was_answered_holds(bool agrees, InstallWay after)
    {
        var browser = new Browser(StoragePromise.Loose, StoragePromise.Loose, InstallWay.Ask) { Agrees = agrees };
        var model = new InstallationModel(browser);
        await model.ReadAsync();

        await model.InstallAsync();
        await model.InstallAsync();

        Assert.Equal((after, 1), (model.Way, browser.Asked));
    }

    [Fact]
    public async Task A_question_that_comes_later_is_offered_too()
    {
        var browser = new Browser(StoragePromise.Loose, StoragePromise.Loose, InstallWay.Menu);
        var model = new InstallationModel(browser);
        await model.ReadAsync();

        browser.Become(InstallWay.Ask);

        Assert.Equal(InstallWay.Ask, model.Way);
    }

    private sealed class Browser(StoragePromise now, StoragePromise whenAsked, InstallWay way = InstallWay.Installed) : IInstallation
    {
        private InstallWay way = way;

        public event Action? Changed;

        public bool Agrees { get; init; }

        public int Asked { get; private set; }

        public ValueTask<StoragePromise> PromiseAsync() => new(now);

        public ValueTask<StoragePromise> AskAsync() => new(whenAsked);

        public ValueTask<InstallWay> WayAsync() => new(way);

        public ValueTask<bool> InstallAsync()
        {
            Asked++;
            way = InstallWay.Menu;
            return new(Agrees);
        }

        public ValueTask<string?> ReleaseAsync() => new("3f9a");

        public void Become(InstallWay other)
        {
            way = other;
            Changed?.Invoke();
        }
    }
}
