using FieldKit.Domain;
using FieldKit.Domain.Contacts;
using FieldKit.Domain.Languages;
using FieldKit.Domain.Municipalities;
using FieldKit.Presentation.Signals;

namespace FieldKit.Presentation.Tests.Signals;

public sealed class AfterSealingTests
{
    private static readonly Municipality Town = new(
        "dorp", new("Dorp"), new("Loket"), [], [], Afterwards: new(new("Het loket."), new("Dat is niet bekend."), ["T90", "T91", "T99"], new("Praat erover."), "G90", ["T90"], []));

    [Fact]
    public void Only_who_can_be_called_is_named_for_meanwhile()
    {
        var after = AfterSealing.Of(Content(Town), "dorp");

        Assert.Equal(["T90"], after.Meanwhile.Select(contact => contact.Id));
        Assert.Equal("Dat is niet bekend.", after.Words!.Answer.In("nl"));
    }

    [Theory]
    [InlineData("stad")]
    [InlineData("kaal")]
    public void Where_the_content_says_nothing_nothing_is_promised(string municipality)
    {
        var after = AfterSealing.Of(Content(Town, Town with { Id = "kaal", Afterwards = null }), municipality);

        Assert.Null(after.Words);
        Assert.Empty(after.Meanwhile);
    }

    [Fact]
    public void Without_content_nothing_is_promised() => Assert.Null(AfterSealing.Of(null, "dorp").Words);

    private static ContentBundle Content(params Municipality[] municipalities) => new(
        new(2026, 11, 22), [], [], [Someone("T90", "0800-1"), Someone("T91", null)], [], municipalities);

    private static Contact Someone(string id, string? phone) => new(
        id, new LocalText(id), new LocalText(id), null, phone, null, null, false, null, "bevestigd", [], new(2026, 11, 1), new(2027, 1, 1), false, false);
}
