namespace FieldKit.Domain.Forms;

/// <summary>What a form that is being filled in becomes in another version of it. Nothing is dropped: what has no place there is listed.</summary>
/// <param name="State">The new version with every answer that has a place in it, hidden ones too.</param>
/// <param name="LeftBehind">What has no place, in the order of the old form.</param>
/// <param name="Moved">How many answers came along whole.</param>
/// <param name="Asked">Questions that show now and that the old version did not have.</param>
public sealed record FormMove(FormState State, IReadOnlyList<LeftAnswer> LeftBehind, int Moved, IReadOnlyList<FormField> Asked)
{
    public static FormMove Of(FormState from, FormDefinition to)
    {
        var kept = new Dictionary<string, FormAnswer>();
        var left = new List<LeftAnswer>();
        var moved = 0;
        foreach (var key in from.GivenKeys())
        {
            var answer = from.Answers[key.ToString()];
            var fitted = FormState.Fit(to, key, answer);
            if (fitted is not null)
            {
                kept[key.ToString()] = fitted;
            }

            if (LeftAnswer.Of(from.Field(key)!, key, answer, fitted ?? FormAnswer.Empty) is { } rest)
            {
                left.Add(rest);
            }
            else if (!answer.IsEmpty)
            {
                moved++;
            }
        }

        var state = new FormState(to, kept);
        return new(state, left, moved, [.. state.VisibleSections.SelectMany(section => state.VisibleFields(section)).Where(field => from.Field(new(field.Id, 0)) is null)]);
    }
}
