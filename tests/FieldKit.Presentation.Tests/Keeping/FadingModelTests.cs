using FieldKit.Presentation.Keeping;
using FieldKit.Presentation.Tests.Form;
using FieldKit.Presentation.Tests.Sync;
using FieldKit.Presentation.Unlock;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Keeping;

public sealed class FadingModelTests : IDisposable
{
    private readonly LinkableDevice linkable = new();
    private readonly HandledConnection connection = new();
    private readonly FadingModel model;

    public FadingModelTests() =>
        model = new(linkable.Device.Fading, linkable.Device.Sweep, connection, new UnlockModel(linkable.Device.Keys, linkable.Wrong));

    public void Dispose()
    {
        model.Dispose();
        linkable.Dispose();
    }

    [Fact]
    public async Task Nothing_to_warn_about_says_nothing()
    {
        await WrittenAsync();
        await model.StartAsync();
        Assert.Empty(model.Drafts);
        Assert.Null(model.Of(Guid.NewGuid()));
    }

    [Fact]
    public async Task A_draft_that_nobody_touched_is_told_with_its_day_also_while_locked()
    {
        var id = await WrittenAsync();
        await model.StartAsync();
        linkable.Device.Keys.Lock();
        linkable.Time.Advance(TimeSpan.FromDays(25));
        await linkable.Device.Sync.RunOnceAsync();
        await model.ReadAsync();
        Assert.Equal(linkable.Time.GetUtcNow().AddDays(5), model.Of(id)!.Goes);
    }

    [Fact]
    public async Task Being_shown_begins_its_last_days_and_keeping_it_ends_the_warning()
    {
        var (going, staying) = (await WrittenAsync(), await WrittenAsync());
        await model.StartAsync();
        linkable.Time.Advance(TimeSpan.FromDays(40));
        await linkable.Device.Sync.RunOnceAsync();
        await model.ReadAsync();
        await model.ShownAsync();
        await model.KeepAsync(model.Of(staying)!);
        Assert.Equal(going, Assert.Single(model.Drafts).Draft);

        linkable.Time.Advance(TimeSpan.FromDays(5));
        await linkable.Device.Sync.RunOnceAsync();
        await model.ReadAsync();
        Assert.Empty(model.Drafts);
        Assert.Equal(staying, Assert.Single(await linkable.Device.Drafts.ListAsync()).Id);
    }

    private async Task<Guid> WrittenAsync()
    {
        if (await linkable.Device.Enrolment.CurrentAsync() is null)
        {
            await linkable.Device.EnrolAsync(linkable.Point);
        }

        return (await linkable.Device.Drafts.NewAsync(TwoPartForm.Definition, "utrecht", "nl", [])).Id;
    }
}
