using System.Net;
using System.Text.RegularExpressions;
using FieldKit.Domain;
using FieldKit.Domain.Cases;
using FieldKit.Domain.Contacts;
using FieldKit.Domain.Flowcharts;
using FieldKit.Domain.Forms;
using FieldKit.Domain.Guides;
using FieldKit.Domain.Municipalities;

namespace FieldKit.Content.Readability;

/// <summary>All that people read of the content.</summary>
internal static partial class WrittenTexts
{
    public static IEnumerable<WrittenPiece> In(ContentBundle bundle) =>
    [
        .. bundle.Flowcharts.SelectMany(Chart),
        .. bundle.Guides.SelectMany(Guide),
        .. bundle.Contacts.SelectMany(Contact),
        .. bundle.Forms.SelectMany(Form),
        .. bundle.Municipalities.SelectMany(Municipality),
        .. bundle.Cases.SelectMany(Case),
        .. bundle.Starts.SelectMany(start => start.Steps).SelectMany(step => WrittenPiece.Of(step, step.Title, step.Text)),
        .. bundle.Advice.SelectMany(advice => WrittenPiece.Of(advice, advice.Title, advice.Text)),
        .. from aid in bundle.WritingHelp
           from rule in aid.Rules
           from question in new[] { rule.Question, rule.QuotedQuestion, rule.NamedQuestion }
           where question is not null
           select new WrittenPiece(rule, aid.Language, question),
    ];

    private static IEnumerable<WrittenPiece> Chart(Flowchart chart) =>
    [
        .. WrittenPiece.Of(chart, chart.Title, chart.Purpose),
        .. chart.Steps.SelectMany(step => WrittenPiece.Of(step, [step.Title, step.Explanation, .. step.Choices.Select(choice => choice.Label)])),
    ];

    public static IEnumerable<WrittenPiece> Guide(Guide guide) =>
    [
        .. WrittenPiece.Of(guide, guide.Title, guide.Audience, guide.Purpose),
        .. guide.Parts.SelectMany(part => WrittenPiece.Of(part, part.Title)
            .Concat(part.Html.ByLanguage.Select(spoken => new WrittenPiece(part, spoken.Key, Plain(spoken.Value))))),
    ];

    private static IEnumerable<WrittenPiece> Contact(Contact contact) =>
        WrittenPiece.Of(contact, contact.Purpose, contact.NotFor, contact.Hours, contact.Opening?.Stated, contact.Note);

    private static IEnumerable<WrittenPiece> Form(FormDefinition form) =>
    [
        .. WrittenPiece.Of(form, form.Title),
        .. form.Sections.SelectMany(section => WrittenPiece.Of(section, section.Title, section.Help, section.Repeat?.ItemTitle, section.Repeat?.AddLabel)),
        .. from field in form.Sections.SelectMany(section => section.Fields)
           from piece in WrittenPiece.Of(field, [field.Label, field.Help, .. field.Options.SelectMany(option => new[] { option.Label, option.Hint })])
           select piece,
    ];

    private static IEnumerable<WrittenPiece> Municipality(Municipality municipality) =>
    [
        .. WrittenPiece.Of(municipality, municipality.Night),
        .. municipality.Afterwards is { } after ? WrittenPiece.Of(after, after.Reader, after.Answer, after.Care) : [],
        .. municipality.Stages.SelectMany(stage => WrittenPiece.Of(stage, stage.Name, stage.Explanation)),
        .. (municipality.Chain ?? []).SelectMany(step => WrittenPiece.Of(step, step.Name, step.What, step.Who, step.When, step.Gap)),
    ];

    /// <summary>As it is told about each group in turn.</summary>
    private static IEnumerable<WrittenPiece> Case(PracticeCase practiceCase) => Told(practiceCase).DistinctBy(piece => (piece.Language, piece.Text));

    private static IEnumerable<WrittenPiece> Told(PracticeCase practiceCase) =>
        from mirror in Enumerable.Range(0, Math.Max(1, practiceCase.Mirrors.Count))
        let told = practiceCase.ToldWith(mirror)
        from piece in WrittenPiece.Of(practiceCase, told.Title, told.Audience, told.Purpose, told.Story, told.Learned)
            .Concat(told.Questions.SelectMany((question, index) => WrittenPiece.Of(
                practiceCase.Questions[index],
                [question.Text, .. question.Options.SelectMany(option => new[] { option.Label, option.Feedback })])))
        select piece;

    /// <summary>The text of a guide's own HTML, which holds no more than a Markdown renderer writes; each block on a line.</summary>
    private static string Plain(string html) => WebUtility.HtmlDecode(Tag().Replace(BlockEnd().Replace(html.ReplaceLineEndings(" "), "\n"), ""));

    [GeneratedRegex("</(?:p|li|h[1-6]|blockquote|td|th|pre)>|<br ?/?>|<(?:ul|ol)>")]
    private static partial Regex BlockEnd();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
