using System.Text;
using System.Text.Json;

namespace FieldKit.Domain.Tests;

public sealed class ContentPartsTests
{
    [Fact]
    public void Content_of_a_newer_program_leaves_out_what_this_one_does_not_know()
    {
        var bundle = ContentParts.Join(new(2026, 1, 1), ["""{"somethingNew":[{"id":"X01"}]}"""u8.ToArray()]);
        Assert.Empty(bundle.Flowcharts);
    }

    [Fact]
    public void Content_of_an_older_program_has_empty_lists_for_what_came_later()
    {
        var bundle = ContentParts.FromWhole("""{"builtOn":"2026-01-02","contacts":[]}"""u8.ToArray());
        Assert.Equal(new(2026, 1, 2), bundle.BuiltOn);
        Assert.NotNull(bundle.Guides);
    }

    [Fact]
    public void Text_that_is_no_utf8_is_refused() =>
        Assert.ThrowsAny<JsonException>(() => ContentParts.Join(new(2026, 1, 1), [[(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}']]));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("{}")]
    [InlineData("""{"builtOn":"morgen"}""")]
    [InlineData("""{"builtOn":"2026-01-02"} {}""")]
    [InlineData("""{"builtOn":"2026-01-02","contacts":[3]}""")]
    [InlineData("""{"builtOn":"2026-01-02","contacts":[""")]
    public void What_is_no_bundle_is_refused(string text) =>
        Assert.ThrowsAny<JsonException>(() => ContentParts.FromWhole(Encoding.UTF8.GetBytes(text)));
}
