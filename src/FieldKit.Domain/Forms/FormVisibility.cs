namespace FieldKit.Domain.Forms;

/// <summary>Weighs the conditions of one state of a form, each once. The answer of a hidden field counts as not given.</summary>
internal sealed class FormVisibility(FormIndex index, Func<AnswerKey, FormAnswer> answer, Func<FormSection, int> repetitions)
{
    private readonly Dictionary<AnswerKey, bool> shown = [];

    public bool IsShown(FormSection section, FormField field, int repetition)
    {
        var key = new AnswerKey(field.Id, repetition);
        if (shown.TryGetValue(key, out var known))
        {
            return known;
        }

        // A field that depends on itself is refused when content is compiled; here it is simply not shown.
        shown[key] = false;
        return shown[key] = repetition < repetitions(section)
            && Holds(section.ShowIf, section, repetition)
            && Holds(field.ShowIf, section, repetition);
    }

    /// <summary>A test on a field of the same section looks at the same repetition; on another section, at any.</summary>
    public bool Holds(FormCondition? condition, FormSection section, int repetition) =>
        condition is null || condition.All.All(test => Passes(test, section, repetition));

    private bool Passes(FormTest test, FormSection from, int repetition)
    {
        if (index.Find(test.Field) is not { } place)
        {
            return false;
        }

        var places = ReferenceEquals(place.Section, from) ? [repetition] : Enumerable.Range(0, repetitions(place.Section));
        return places.Any(at => IsShown(place.Section, place.Field, at) && Matches(test, answer(new(test.Field, at))));
    }

    private static bool Matches(FormTest test, FormAnswer given) =>
        test.In.Count == 0 ? !given.IsEmpty : test.In.Any(given.Choices.Contains);
}
