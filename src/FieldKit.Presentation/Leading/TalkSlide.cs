using FieldKit.Domain.Guides;
using FieldKit.Presentation.Guides;

namespace FieldKit.Presentation.Leading;

/// <summary>What fills the screen at one moment of a talk: a part, or one question of a part.</summary>
/// <param name="Id">The part's id; for a question with its number behind a dot, from 1.</param>
/// <param name="Heading">In the talk's language, without markup.</param>
/// <param name="Html">Sanitised; beside a question, the advice around the part's questions. May be empty.</param>
/// <param name="Question">Number of the question within its part, from 1; 0 when this is no question.</param>
public sealed record TalkSlide(string Id, GuidePart Part, string Heading, string Html, int Question, int Questions)
{
    public bool IsQuestion => Question > 0;

    /// <param name="age">Leaves out the parts for other ages; null leaves out nothing.</param>
    public static IReadOnlyList<TalkSlide> Of(Guide guide, string? age, string language) =>
        [.. guide.Parts.Where(part => part.Age is null || age is null || part.Age == age).SelectMany(part => Of(part, language))];

    private static IEnumerable<TalkSlide> Of(GuidePart part, string language)
    {
        var html = part.Html.In(language);
        var (questions, around) = part.Kind == "question" ? PartHtml.Questions(html) : ([], html);
        return questions.Count == 0
            ? [new(part.Id, part, part.Title.In(language), html, 0, 0)]
            : questions.Select((question, index) => new TalkSlide($"{part.Id}.{index + 1}", part, question, around, index + 1, questions.Count));
    }
}
