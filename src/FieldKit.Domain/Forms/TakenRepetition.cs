namespace FieldKit.Domain.Forms;

/// <summary>A repetition that was taken out, to be put back when its writer changes their mind.</summary>
/// <param name="Place">Where it stood, from 0.</param>
/// <param name="Answers">By field.</param>
public sealed record TakenRepetition(string Section, int Place, IReadOnlyDictionary<string, FormAnswer> Answers)
{
    public bool IsEmpty => Answers.Values.All(answer => answer.IsEmpty);
}
