using System.Text;
using FieldKit.Domain.Languages;

namespace FieldKit.Domain.Cases;

/// <summary>The words that make a story one about a certain group: a value per placeholder.</summary>
public sealed record CaseMirror(IReadOnlyDictionary<string, LocalText> Values)
{
    public static CaseMirror Empty { get; } = new(new Dictionary<string, LocalText>());

    /// <summary>The text with each {placeholder} filled; one without a value stays as it is.</summary>
    public LocalText Fill(LocalText text) =>
        new(text.ByLanguage.Select(spoken => new KeyValuePair<string, string>(spoken.Key, Fill(spoken.Value, spoken.Key))));

    /// <summary>The placeholders of a text, in order, as they are written between braces.</summary>
    public static IEnumerable<string> Placeholders(string text)
    {
        foreach (var (start, end) in Places(text))
        {
            yield return text[(start + 1)..end];
        }
    }

    private string Fill(string text, string language)
    {
        var filled = new StringBuilder(text.Length);
        var copied = 0;
        foreach (var (start, end) in Places(text))
        {
            if (Values.TryGetValue(text[(start + 1)..end], out var value))
            {
                filled.Append(text, copied, start - copied).Append(value.In(language));
                copied = end + 1;
            }
        }

        return filled.Append(text, copied, text.Length - copied).ToString();
    }

    private static IEnumerable<(int Start, int End)> Places(string text)
    {
        var start = text.IndexOf('{');
        while (start >= 0 && text.IndexOf('}', start) is var end && end > 0)
        {
            yield return (text.LastIndexOf('{', end), end);
            start = text.IndexOf('{', end);
        }
    }
}
