using FieldKit.Domain;
using FieldKit.Presentation.Content;
using FieldKit.Presentation.Tests.Flowcharts;

namespace FieldKit.Presentation.Tests.Content;

public sealed class ContentShelfTests
{
    private ContentBundle? kept = Charts.Bundle;
    private ContentBundle? offered;
    private int reads;

    [Fact]
    public async Task Content_is_read_once()
    {
        var shelf = Shelf();
        Assert.Null(shelf.Current);

        await shelf.OpenAsync();
        await shelf.OpenAsync();

        Assert.Equal(1, reads);
        Assert.Same(Charts.Bundle, shelf.Current);
    }

    [Fact]
    public async Task Empty_device_asks_the_reporting_point()
    {
        (kept, offered) = (null, Charts.Bundle);

        Assert.Same(Charts.Bundle, await Shelf().OpenAsync());
    }

    [Fact]
    public async Task Empty_device_without_a_connection_has_nothing_and_may_ask_again()
    {
        kept = null;
        var shelf = Shelf();
        Assert.Null(await shelf.OpenAsync());

        offered = Charts.Bundle;

        Assert.Same(Charts.Bundle, await shelf.OpenAsync());
    }

    [Fact]
    public async Task On_an_empty_device_what_another_tab_kept_first_is_read()
    {
        kept = null;
        var shelf = new ContentShelf(
            () => ValueTask.FromResult(kept),
            () =>
            {
                kept = Charts.Bundle;
                return ValueTask.FromResult(false);
            });

        Assert.Same(Charts.Bundle, await shelf.OpenAsync());
    }

    [Fact]
    public async Task Newer_content_redraws_what_is_open()
    {
        var shelf = Shelf();
        await shelf.OpenAsync();
        var changes = 0;
        shelf.PropertyChanged += (_, _) => changes++;

        offered = Charts.Bundle with { BuiltOn = new(2026, 12, 1) };
        await shelf.RefreshAsync();
        await shelf.RefreshAsync();

        Assert.Equal(1, changes);
        Assert.Same(offered, shelf.Current);
    }

    [Fact]
    public async Task Looking_for_newer_content_does_not_read_what_nobody_opened()
    {
        await Shelf().RefreshAsync();

        Assert.Equal(0, reads);
    }

    private ContentShelf Shelf() => new(
        () =>
        {
            reads++;
            return ValueTask.FromResult(kept);
        },
        () =>
        {
            var newer = offered is not null && offered != kept;
            kept = offered ?? kept;
            return ValueTask.FromResult(newer);
        });
}
