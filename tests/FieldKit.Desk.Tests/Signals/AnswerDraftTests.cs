using FieldKit.Desk.Signals;
using FieldKit.Domain.Advice;
using FieldKit.Domain.Languages;
using FieldKit.Protocol;

namespace FieldKit.Desk.Tests.Signals;

public sealed class AnswerDraftTests
{
    private static readonly AdviceTemplate Template = new("a", new LocalText("Situatie"), new LocalText("Let op […].", "Watch […]."), null, ["G15", "G04"], ["T18"], []);
    private static readonly LinkedItem Fifteen = new(true, "G15", "Gids");

    private readonly AnswerDraft draft = new();

    [Fact]
    public void Template_goes_behind_what_was_typed_in_the_writers_language_and_brings_its_links()
    {
        draft.Text = "Dank je wel.\n";
        draft.Link(Fifteen);

        Assert.True(draft.Begin(Template, "en"));

        Assert.Equal("Dank je wel.\n\nWatch […].", draft.Text);
        Assert.Equal(1, draft.Blanks);
        Assert.Equal(["G15", "G04"], draft.Links!.Guides);
        Assert.Equal(["T18"], draft.Links.Contacts);
    }

    [Fact]
    public void Template_that_has_no_room_changes_nothing()
    {
        draft.Text = new string('a', AnswerDraft.MaximumLength - 5);

        Assert.False(draft.Begin(Template, "nl"));

        Assert.Equal(AnswerDraft.MaximumLength - 5, draft.Text.Length);
        Assert.Null(draft.Links);
    }

    [Fact]
    public void Sealed_try_is_the_same_answer_only_while_the_links_are_the_same()
    {
        var request = new AnswerRequest(Guid.NewGuid(), 1, "ontvangen", 1, [1], [2]);
        draft.Text = "Houd contact.";
        draft.Link(Fifteen);
        draft.Try(request);
        Assert.Same(request, draft.SameAsTried("ontvangen", 1));

        draft.Unlink(Fifteen);

        Assert.Null(draft.SameAsTried("ontvangen", 1));
        Assert.Null(draft.Links);
    }
}
