namespace FieldKit.Domain.WritingHelp;

/// <summary>Which words of a text are known to be no name.</summary>
internal sealed class WordMarks(int words)
{
    private readonly bool[] noName = new bool[words];

    /// <summary>A word that another rule asks about ("Marokkaanse"), or that the lists except ("Utrecht"), is not a name as well.</summary>
    public void Note(int first, PhraseMatch match, HintKind kind)
    {
        if (match.Except ? kind == HintKind.Identity : kind != HintKind.Identity)
        {
            noName.AsSpan(first, match.Words).Fill(true);
        }
    }

    public bool IsNoName(int word) => noName[word];
}
