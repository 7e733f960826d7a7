using FieldKit.Content.Reading;
using FieldKit.Content.Wording;
using FieldKit.Domain;
using FieldKit.Domain.Forms;
using FieldKit.Domain.Languages;

namespace FieldKit.Content.Forms;

/// <summary>What a form may never ask (facts.md G2): the words of rules/questions.yaml stand in no question and in no option.</summary>
internal sealed class QuestionRules(ContentBundle bundle, IReadOnlyList<WordsToAvoid> lines, Findings findings)
{
    private const string NamePlacement = "name";

    private static readonly PhraseList Names = new([new("", "", ["naam", "namen", "name", "names", "achternaam*", "voornaam*", "surname*"])]);

    private readonly Dictionary<string, PhraseList> byLanguage = lines.GroupBy(line => line.Language).ToDictionary(group => group.Key, group => new PhraseList(group));

    public void Check()
    {
        foreach (var field in bundle.Forms.SelectMany(form => form.Sections).SelectMany(section => section.Fields))
        {
            CheckWords(field);
            CheckNames(field);
        }
    }

    private void CheckWords(FormField field)
    {
        // A box to tick asks nothing: it may promise that nothing of this was written.
        var asked = field.Kind == FieldKind.Check ? [] : field.Options.Select(option => option.Label).Prepend(field.Label);
        foreach (var (language, text) in asked.SelectMany(InLanguages))
        {
            foreach (var (found, instead) in byLanguage.GetValueOrDefault(language)?.FoundIn(text).Distinct() ?? [])
            {
                findings.Add(field, "forbidden-question", $"'{field.Id}' asks about '{found}', which no form may ask (G2). Ask instead for {instead}.");
            }
        }
    }

    private void CheckNames(FormField field)
    {
        if (field.Placement != NamePlacement && InLanguages(field.Label).Any(label => Names.FoundIn(label.Text).Any()))
        {
            findings.Add(field, "forbidden-question", $"'{field.Id}' asks for a name outside the closed page. Give it 'placement: name', or ask for a role.");
        }

        if (field.Placement == NamePlacement && field.ShowIf is null)
        {
            findings.Add(field, "name-unasked", $"'{field.Id}' belongs on the page with names: give it a 'show_if', so that it is asked only of who chose to give a name.");
        }
    }

    private static IEnumerable<(string Language, string Text)> InLanguages(LocalText text) =>
        new[] { "nl", "en" }.Select(language => (language, text.In(language)));
}
