using FieldKit.Device.Content;
using FieldKit.Domain;
using FieldKit.Presentation.Content;
using FieldKit.Presentation.Settings;
using FieldKit.Presentation.Tests.Flowcharts;

namespace FieldKit.Presentation.Tests.Settings;

public sealed class ContentLookTests : IDisposable
{
    private readonly LinkableDevice linkable = new();
    private readonly ContentShelf shelf;
    private readonly ContentLook look;

    public ContentLookTests()
    {
        var library = linkable.Device.Content;
        shelf = new(library.CurrentAsync, async () => await library.UpdateAsync() is ContentUpdate.Updated);
        look = new(library, shelf);
    }

    public void Dispose() => linkable.Dispose();

    [Fact]
    public async Task Nothing_newer_is_said()
    {
        linkable.Point.Publish(1, Bundle(1));
        await shelf.OpenAsync();

        await look.LookAsync();

        Assert.Equal("settings.content.current", look.Answer);
        Assert.False(look.IsBusy);
    }

    [Fact]
    public async Task First_content_of_a_device_is_opened_at_once()
    {
        linkable.Point.Publish(1, Bundle(1));

        await look.LookAsync();

        Assert.NotNull(shelf.Current);
    }

    [Fact]
    public async Task Newer_content_is_left_to_the_notice_that_offers_it()
    {
        linkable.Point.Publish(1, Bundle(1));
        await shelf.OpenAsync();
        linkable.Point.Publish(2, Bundle(2));

        await look.LookAsync();

        Assert.Null(look.Answer);
        Assert.True(linkable.Device.Content.IsNewerWaiting);
    }

    [Fact]
    public async Task Without_a_connection_what_is_here_keeps_working_and_that_is_said()
    {
        await look.LookAsync();

        Assert.Equal("settings.content.unreachable", look.Answer);
    }

    private static ContentBundle Bundle(int day) => Charts.Bundle with { BuiltOn = new(2026, 1, day) };
}
