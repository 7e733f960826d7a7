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

    private sealed class Browser(StoragePromise now, StoragePromise whenAsked) : IInstallation
    {
        public ValueTask<StoragePromise> PromiseAsync() => new(now);

        public ValueTask<StoragePromise> AskAsync() => new(whenAsked);

        public ValueTask<bool> IsInstalledAsync() => new(true);

        public ValueTask<string?> ReleaseAsync() => new("3f9a");
    }
}
