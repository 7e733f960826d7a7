using FieldKit.Device.Content;
using FieldKit.Domain;
using FieldKit.Presentation.Content;
using FieldKit.Presentation.Tests.Flowcharts;

namespace FieldKit.Presentation.Tests.Content;

public sealed class ContentNewsTests : IDisposable
{
    private readonly LinkableDevice linkable = new();
    private readonly ContentShelf shelf;
    private readonly ContentNews news;

    public ContentNewsTests()
    {
        var library = linkable.Device.Content;
        shelf = new(library.CurrentAsync, async () => await library.UpdateAsync() is ContentUpdate.Updated);
        news = new(library, shelf, linkable.Time);
    }

    [Fact]
    public async Task Age_is_known_once_there_is_content()
    {
        Assert.Null(news.Age);
        linkable.Point.Publish(1, Bundle(1));
        await shelf.OpenAsync();
        Assert.Equal(new(2026, 1, 1), news.Age!.BuiltOn);
        Assert.False(news.IsOld);
        Assert.Null(news.Problem);
    }

    [Fact]
    public async Task Content_past_its_last_day_is_shown_and_said_to_be_old()
    {
        linkable.Point.Publish(1, Bundle(1));
        await shelf.OpenAsync();
        linkable.Time.Advance(new DateTimeOffset(2027, 1, 3, 0, 0, 0, TimeSpan.Zero) - linkable.Time.GetUtcNow());
        Assert.True(news.IsOld);
        Assert.NotNull(shelf.Current);
    }

    [Fact]
    public async Task Newer_content_is_shown_on_a_tap_and_not_before()
    {
        linkable.Point.Publish(1, Bundle(1));
        await shelf.OpenAsync();
        linkable.Point.Publish(2, Bundle(2));
        await shelf.RefreshAsync();
        Assert.True(news.IsNewerWaiting);
        Assert.Equal(1, shelf.Current!.BuiltOn.Day);
        var drawn = 0;
        shelf.PropertyChanged += (_, _) => drawn++;

        await news.ShowNewerAsync();

        Assert.Equal((2, false, 1), (shelf.Current!.BuiltOn.Day, news.IsNewerWaiting, drawn));
    }

    [Fact]
    public async Task What_stood_in_the_way_is_told_in_words_that_exist()
    {
        linkable.Point.Publish(2, Bundle(2));
        await shelf.OpenAsync();
        var told = 0;
        news.PropertyChanged += (_, _) => told++;
        linkable.Point.Publish(1, Bundle(1));

        await linkable.Device.Content.UpdateAsync();

        Assert.Equal("content.update.older", news.Problem);
        Assert.Equal(1, told);
        Assert.NotEqual(news.Problem, new Texts(new RememberedPreferences())[news.Problem!]);
    }

    public void Dispose()
    {
        news.Dispose();
        linkable.Dispose();
    }

    private static ContentBundle Bundle(int day) => Charts.Bundle with { BuiltOn = new(2026, 1, day) };
}
