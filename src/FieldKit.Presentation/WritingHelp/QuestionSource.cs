using FieldKit.Domain.WritingHelp;
using FieldKit.Presentation.Content;

namespace FieldKit.Presentation.WritingHelp;

/// <summary>The word lists of the chosen language, made ready when somebody first pauses in a field, and never before.</summary>
/// <param name="breathe">Awaited while they are made ready: what the writer does goes first.</param>
public sealed class QuestionSource(ContentShelf shelf, Texts texts, Func<Task> breathe)
{
    private WritingAid? asked;
    private Task<HintFinder>? making;

    /// <returns>Null where the content on this device has no writing help in this language.</returns>
    public async ValueTask<HintFinder?> OpenAsync()
    {
        var aid = (await shelf.OpenAsync())?.WritingHelp.FirstOrDefault(aid => aid.Language == texts.Language);
        if (aid is null)
        {
            return null;
        }

        if (!ReferenceEquals(aid, asked))
        {
            (asked, making) = (aid, HintFinder.MakeAsync(aid, breathe));
        }

        return await making!;
    }
}
