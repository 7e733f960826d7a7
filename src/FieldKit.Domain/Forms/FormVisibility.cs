namespace FieldKit.Domain.Forms;

/// <summary>Weighs the conditions of a form. The answer of a hidden field counts as not given.</summary>
internal sealed class FormVisibility(FormDefinition definition, Func<AnswerKey, FormAnswer> answer, Func<FormSection, int> repetitions)
{
    private readonly HashSet<AnswerKey> asking = [];

    public bool IsShown(FormSection section, FormField field, int repetition)
    {
        var key = new AnswerKey(field.Id, repetition);

        // A field that depends on itself is refused when content is compiled; here it is simply not shown.
        if (!asking.Add(key))
        {
            return false;
        }

        try
        {
            return repetition < repetitions(section)
                && Holds(section.ShowIf, section, repetition)
                && Holds(field.ShowIf, section, repetition);
        }
        finally
        {
            asking.Remove(key);
        }
    }

    /// <summary>A test on a field of the same section looks at the same repetition; on another section, at any.</summary>
    public bool Holds(FormCondition? condition, FormSection section, int repetition) =>
        condition is null || condition.All.All(test => Passes(test, section, repetition));

    private bool Passes(FormTest test, FormSection from, int repetition)
    {
        var section = definition.Sections.FirstOrDefault(candidate => candidate.Fields.Any(field => field.Id == test.Field));
        if (section is null)
        {
            return false;
        }

        var field = section.Fields.First(candidate => candidate.Id == test.Field);
        var places = section == from ? [repetition] : Enumerable.Range(0, repetitions(section));
        return places.Any(place => IsShown(section, field, place) && Matches(test, answer(new(field.Id, place))));
    }

    private static bool Matches(FormTest test, FormAnswer given) =>
        test.In.Count == 0 ? !given.IsEmpty : test.In.Any(given.Choices.Contains);
}
