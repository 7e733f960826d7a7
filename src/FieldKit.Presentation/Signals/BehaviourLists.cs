using FieldKit.Domain.Guides;
using FieldKit.Domain.WritingHelp;
using FieldKit.Presentation.Content;

namespace FieldKit.Presentation.Signals;

/// <summary>What the content knows of texts without behaviour, made once for each edition of it.</summary>
/// <param name="breathe">Awaited while the lists are made; lets the screen go first.</param>
public sealed class BehaviourLists(ContentShelf content, Func<Task> breathe)
{
    private IReadOnlyList<WritingAid> asked = [];
    private Task<IReadOnlyList<ToldBehaviour>> making = Task.FromResult<IReadOnlyList<ToldBehaviour>>([]);

    /// <summary>One for each language that has them. Without content there is none, and nothing is judged.</summary>
    public async Task<IReadOnlyList<ToldBehaviour>> ReadAsync()
    {
        var aids = (await content.OpenAsync())?.WritingHelp ?? [];
        if (!ReferenceEquals(asked, aids))
        {
            (asked, making) = (aids, MakeAsync(aids));
        }

        return await making;
    }

    /// <summary>Where who wrote no behaviour yet is led; null where the content names none.</summary>
    public Guide? Guide => content.Current?.Guides.FirstOrDefault(guide => asked.Any(aid => aid.Behaviour?.Guide == guide.Id));

    private async Task<IReadOnlyList<ToldBehaviour>> MakeAsync(IReadOnlyList<WritingAid> aids)
    {
        var made = new List<ToldBehaviour>();
        foreach (var aid in aids.Where(aid => aid.Behaviour is not null))
        {
            made.Add(await ToldBehaviour.MakeAsync(aid, breathe));
        }

        return made;
    }
}
