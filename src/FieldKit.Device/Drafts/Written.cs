using FieldKit.Domain.Forms;

namespace FieldKit.Device.Drafts;

/// <summary>
/// Brings together what two tabs wrote in the same place since they last agreed. Who changed it wins over who did not; where
/// both wrote words, both stay, for the writer to sort out: nothing that was typed is dropped.
/// </summary>
internal static class Written
{
    public static string Together(string before, string mine, string theirs) =>
        mine == theirs || mine == before ? theirs
        : theirs == before || mine.Contains(theirs, StringComparison.Ordinal) ? mine
        : theirs.Contains(mine, StringComparison.Ordinal) ? theirs
        : $"{theirs}\n\n{mine}";

    public static Dictionary<string, FormAnswer> Together(
        IReadOnlyDictionary<string, FormAnswer> before, IReadOnlyDictionary<string, FormAnswer> mine, IReadOnlyDictionary<string, FormAnswer> theirs)
    {
        var together = new Dictionary<string, FormAnswer>();
        foreach (var key in mine.Keys.Union(theirs.Keys))
        {
            var answer = Together(Of(before, key), Of(mine, key), Of(theirs, key));
            if (answer != FormAnswer.Empty)
            {
                together[key] = answer;
            }
        }

        return together;
    }

    private static FormAnswer Together(FormAnswer before, FormAnswer mine, FormAnswer theirs)
    {
        var choices = mine.Choices.SequenceEqual(before.Choices) ? theirs.Choices : mine.Choices;
        var text = Together(before.Text, mine.Text, theirs.Text);
        return choices.Count == 0 && text.Length == 0 ? FormAnswer.Empty : new(choices, text);
    }

    private static FormAnswer Of(IReadOnlyDictionary<string, FormAnswer> answers, string key) => answers.GetValueOrDefault(key, FormAnswer.Empty);
}
