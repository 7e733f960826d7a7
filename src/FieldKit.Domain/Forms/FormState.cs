namespace FieldKit.Domain.Forms;

/// <summary>
/// One form being filled in: which fields show, what is still missing, what may leave. Immutable; every edit gives a new state.
/// Everything it knows is in the answers, so a state made again from <see cref="Answers"/> is the same state.
/// </summary>
public sealed class FormState
{
    private readonly SortedDictionary<string, FormAnswer> answers;
    private readonly FormIndex index;
    private readonly Dictionary<FormSection, int> repetitions = new(ReferenceEqualityComparer.Instance);
    private readonly FormVisibility visibility;

    /// <param name="definition">The version of the form that the answers were given to.</param>
    /// <param name="answers">Keyed as <see cref="AnswerKey.ToString"/>; keys that the form does not know are left out.</param>
    public FormState(FormDefinition definition, IReadOnlyDictionary<string, FormAnswer> answers)
    {
        Definition = definition;
        index = FormIndex.Of(definition);
        this.answers = new(StringComparer.Ordinal);
        foreach (var section in definition.Sections)
        {
            repetitions[section] = Math.Max(1, section.Repeat?.Minimum ?? 1);
        }

        foreach (var (key, answer) in answers)
        {
            if (AnswerKey.TryParse(key, out var parsed) && Place(parsed) is { } place && Fits(place.Section, parsed.Repetition))
            {
                this.answers[parsed.ToString()] = answer.FittedTo(place.Field);
                repetitions[place.Section] = Math.Max(repetitions[place.Section], parsed.Repetition + 1);
            }
        }

        visibility = new(index, Answer, Repetitions);
    }

    public FormState(FormDefinition definition)
        : this(definition, new Dictionary<string, FormAnswer>())
    {
    }

    public FormDefinition Definition { get; }

    /// <summary>All answers as they are kept in a draft, hidden ones too: what is shown again still holds what was typed.</summary>
    public IReadOnlyDictionary<string, FormAnswer> Answers => answers;

    /// <summary>Sections with at least one field to show.</summary>
    public IReadOnlyList<FormSection> VisibleSections =>
        [.. Definition.Sections.Where(section => VisibleFields(section).Count > 0)];

    /// <summary>The value of the chosen option's <see cref="FormOption.Stops"/> ("danger", "home", "officer"); null when nothing stops the form.</summary>
    public string? StoppedBy => Stop?.Stops;

    /// <summary>The chosen option that stops the form, in the order of the form.</summary>
    public FormOption? Stop => ShownKeys().Select(key => ChosenStop(key)).FirstOrDefault(option => option is not null);

    /// <summary>Nothing stops it, nothing is missing, nothing is too long.</summary>
    public bool IsComplete => Stop is null && Missing().Count == 0 && TooLong().Count == 0;

    /// <summary>The fields to show in this section, in this repetition of it (from 0).</summary>
    public IReadOnlyList<FormField> VisibleFields(FormSection section, int repetition = 0) =>
        [.. section.Fields.Where(field => visibility.IsShown(section, field, repetition))];

    /// <summary>How often the section stands there: 1 where it does not repeat.</summary>
    public int Repetitions(FormSection section) => repetitions.GetValueOrDefault(section, 1);

    public bool CanAdd(FormSection section) => section.Repeat is { } repeat && Repetitions(section) < repeat.Maximum;

    public bool CanRemove(FormSection section) => section.Repeat is { } repeat && Repetitions(section) > Math.Max(1, repeat.Minimum);

    /// <summary>The answer given, or the field's default, or <see cref="FormAnswer.Empty"/>.</summary>
    public FormAnswer Answer(AnswerKey key) =>
        answers.TryGetValue(key.ToString(), out var given) && !given.IsEmpty ? given
        : Place(key)?.Field.Default is { } value ? new([value], "")
        : FormAnswer.Empty;

    /// <summary>Null where this version of the form has no such field.</summary>
    public FormField? Field(AnswerKey key) => Place(key)?.Field;

    public bool IsShown(AnswerKey key) => Place(key) is { } place && visibility.IsShown(place.Section, place.Field, key.Repetition);

    public bool IsRequired(AnswerKey key) =>
        Place(key) is { Field.Required: { } required } place
        && visibility.IsShown(place.Section, place.Field, key.Repetition)
        && visibility.Holds(required, place.Section, key.Repetition);

    /// <summary>Shown fields that still need an answer, or the text that the chosen option asks for; in the order of the form.</summary>
    public IReadOnlyList<AnswerKey> Missing() => [.. ShownKeys().Where(IsMissing)];

    /// <summary>Shown fields with more text than fits. Nothing is cut off: the writer shortens it.</summary>
    public IReadOnlyList<AnswerKey> TooLong() =>
        [.. ShownKeys().Where(key => Place(key)!.Field is { MaximumLength: > 0 } field && Answer(key).Text.Length > field.MaximumLength)];

    /// <summary>The same form with one answer changed. Unknown option values are left out; a single choice keeps the last.</summary>
    /// <exception cref="ArgumentException">The form has no such field, or the repetition is out of bounds.</exception>
    public FormState With(AnswerKey key, FormAnswer answer)
    {
        if (Place(key) is not { } place || !Fits(place.Section, key.Repetition))
        {
            throw new ArgumentException($"The form has no field '{key}'.", nameof(key));
        }

        var changed = new Dictionary<string, FormAnswer>(answers);
        var fitted = answer.FittedTo(place.Field);
        if (fitted.IsEmpty && key.Repetition == 0)
        {
            changed.Remove(key.ToString());
        }
        else
        {
            // An emptied answer of a later repetition stays as a mark that the repetition is there.
            changed[key.ToString()] = fitted;
        }

        return new(Definition, changed);
    }

    /// <summary>One more, empty, at the end; the same state where the maximum is reached.</summary>
    public FormState AddRepetition(FormSection section) =>
        CanAdd(section) ? With(new(section.Fields[0].Id, Repetitions(section)), FormAnswer.Empty) : this;

    /// <summary>What a repetition holds, to put it back with after it was taken out.</summary>
    public TakenRepetition Repetition(FormSection section, int repetition) => new(
        section.Id,
        repetition,
        KeysIn(section).Where(key => key.Repetition == repetition).ToDictionary(key => key.Field, key => answers[key.ToString()]));

    /// <summary>There is room for it again.</summary>
    public bool CanPutBack(TakenRepetition taken) =>
        Definition.Sections.FirstOrDefault(section => section.Id == taken.Section) is { } section && CanAdd(section);

    /// <summary>
    /// Undoes <see cref="RemoveRepetition"/>: back in its place with its answers, the later ones down again; what was written since stays.
    /// The same state where there is no room for it.
    /// </summary>
    public FormState PutBack(TakenRepetition taken)
    {
        if (!CanPutBack(taken))
        {
            return this;
        }

        var section = Definition.Sections.First(candidate => candidate.Id == taken.Section);
        var place = Math.Min(taken.Place, Repetitions(section));
        var together = answers.Where(pair => !IsIn(section, pair.Key)).ToDictionary();
        foreach (var key in KeysIn(section))
        {
            together[(key.Repetition < place ? key : key with { Repetition = key.Repetition + 1 }).ToString()] = answers[key.ToString()];
        }

        foreach (var (field, answer) in taken.Answers)
        {
            together[new AnswerKey(field, place).ToString()] = answer;
        }

        // The last one may hold nothing at all: mark it, so that it stands there.
        together.TryAdd(new AnswerKey(section.Fields[0].Id, Repetitions(section)).ToString(), FormAnswer.Empty);
        return new(Definition, together);
    }

    /// <summary>Takes one repetition out with its answers and moves the later ones up; the same state at the minimum.</summary>
    public FormState RemoveRepetition(FormSection section, int repetition)
    {
        var count = Repetitions(section);
        if (!CanRemove(section) || repetition < 0 || repetition >= count)
        {
            return this;
        }

        var kept = answers.Where(pair => !IsIn(section, pair.Key)).ToDictionary();
        foreach (var key in KeysIn(section).Where(key => key.Repetition != repetition))
        {
            var moved = key.Repetition > repetition ? key with { Repetition = key.Repetition - 1 } : key;
            kept[moved.ToString()] = answers[key.ToString()];
        }

        // The last one may be a repetition of which nothing was kept: mark it, so that it is not lost.
        if (count > 2)
        {
            kept.TryAdd(new AnswerKey(section.Fields[0].Id, count - 2).ToString(), FormAnswer.Empty);
        }

        return new(Definition, kept);
    }

    /// <summary>What may leave the device: answers of shown fields that leave, without empty ones.</summary>
    public IReadOnlyDictionary<string, FormAnswer> ForSealing() => ShownKeys()
        .Where(key => Place(key)!.Field.Leaves && !Answer(key).IsEmpty)
        .ToDictionary(key => key.ToString(), Answer);

    /// <summary>What was answered, hidden or not, in the order of the form.</summary>
    internal IEnumerable<AnswerKey> GivenKeys() =>
        from section in Definition.Sections
        from repetition in Enumerable.Range(0, Repetitions(section))
        from field in section.Fields
        let key = new AnswerKey(field.Id, repetition)
        where answers.ContainsKey(key.ToString())
        select key;

    /// <summary>What of an answer a form can hold; null where it has no such place.</summary>
    internal static FormAnswer? Fit(FormDefinition form, AnswerKey key, FormAnswer answer) =>
        FormIndex.Of(form).Find(key.Field) is { } place && Fits(place.Section, key.Repetition) ? answer.FittedTo(place.Field) : null;

    private IEnumerable<AnswerKey> ShownKeys() =>
        from section in Definition.Sections
        from repetition in Enumerable.Range(0, Repetitions(section))
        from field in section.Fields
        where visibility.IsShown(section, field, repetition)
        select new AnswerKey(field.Id, repetition);

    private bool IsMissing(AnswerKey key)
    {
        var answer = Answer(key);
        var field = Place(key)!.Field;
        if (field.TakesChoice ? answer.Choices.Count == 0 : string.IsNullOrWhiteSpace(answer.Text))
        {
            return IsRequired(key);
        }

        return string.IsNullOrWhiteSpace(answer.Text)
            && field.Options.Any(option => option.AsksText && answer.Choices.Contains(option.Value));
    }

    private FormOption? ChosenStop(AnswerKey key) =>
        Place(key)!.Field.Options.FirstOrDefault(option => option.Stops is not null && Answer(key).Choices.Contains(option.Value));

    private FormPlace? Place(AnswerKey key) => index.Find(key.Field);

    private IEnumerable<AnswerKey> KeysIn(FormSection section) => answers.Keys.Where(key => IsIn(section, key)).Select(AnswerKey.Parse);

    private bool IsIn(FormSection section, string key) => ReferenceEquals(Place(AnswerKey.Parse(key))?.Section, section);

    private static bool Fits(FormSection section, int repetition) => repetition >= 0 && repetition < (section.Repeat?.Maximum ?? 1);
}
