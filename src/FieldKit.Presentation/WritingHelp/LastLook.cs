using FieldKit.Domain.Forms;
using FieldKit.Presentation.Form;

namespace FieldKit.Presentation.WritingHelp;

/// <summary>The writing help over the whole form, a last time before sealing (facts.md G1, s8_check). It holds nothing back.</summary>
public sealed class LastLook(QuestionSource source, WritingHelpSwitch help, FormModel form) : Observable
{
    /// <summary>In the order of the form, but danger first; empty when nothing is asked, or the writing help is off or has no words.</summary>
    public IReadOnlyList<AskedSection> Sections { get; private set; } = [];

    public async Task LookAsync()
    {
        var finder = help.IsOn ? await source.OpenAsync() : null;
        Sections = finder is null || form.State is not { } state ? [] :
        [
            .. from section in state.VisibleSections
               let asked = (from repetition in Enumerable.Range(0, state.Repetitions(section))
                            from field in state.VisibleFields(section, repetition)
                            where WritingPlace.IsHelped(field)
                            let key = new AnswerKey(field.Id, repetition)
                            from question in FieldText.Of(form, key).Ask(finder)
                            orderby question.IsUrgent descending
                            select new AskedField(key, question)).ToList()
               where asked.Count > 0
               orderby asked[0].Question.IsUrgent descending
               select new AskedSection(section, asked),
        ];
        Changed();
    }

    public Task DismissAsync(AskedField asked)
    {
        var text = FieldText.Of(form, asked.Key);
        text.Dismissals.Add(text.Place, asked.Question);
        return LookAsync();
    }
}

public sealed record AskedSection(FormSection Section, IReadOnlyList<AskedField> Asked);

public sealed record AskedField(AnswerKey Key, WritingQuestion Question);
