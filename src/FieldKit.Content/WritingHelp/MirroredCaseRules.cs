using FieldKit.Content.Reading;
using FieldKit.Domain;
using FieldKit.Domain.Cases;
using FieldKit.Domain.Languages;
using FieldKit.Domain.WritingHelp;

namespace FieldKit.Content.WritingHelp;

/// <summary>A case told about another group gives the same kinds of hint (facts.md G4). The route is the same by its form: it has no placeholders.</summary>
internal sealed class MirroredCaseRules(ContentBundle bundle, Findings findings)
{
    public void Check()
    {
        foreach (var aid in bundle.WritingHelp)
        {
            var kinds = new HintKinds(aid);
            foreach (var practiceCase in bundle.Cases.Where(practiceCase => practiceCase.Mirrors.Count > 1))
            {
                Check(practiceCase, aid, kinds);
            }
        }
    }

    private void Check(PracticeCase practiceCase, WritingAid aid, HintKinds kinds)
    {
        var first = Told(practiceCase, 0, aid);
        for (var mirror = 1; mirror < practiceCase.Mirrors.Count; mirror++)
        {
            foreach (var (one, other) in first.Zip(Told(practiceCase, mirror, aid)).Where(pair => pair.First.Text != pair.Second.Text))
            {
                var (expected, given) = (HintKinds.Names(kinds.Of(one.Text)), HintKinds.Names(kinds.Of(other.Text)));
                if (expected != given)
                {
                    findings.Add(
                        practiceCase.Mirrors[mirror],
                        "mirrored-groups",
                        $"The {one.Place} of {practiceCase.Id} gives {expected} with the first mirror, but {given} with this one. Choose other words, or make writing-help/{aid.Language}.yaml treat both alike (at the beginning of a sentence it knows only the names in its list).");
                }
            }
        }
    }

    private static IReadOnlyList<(string Place, string Text)> Told(PracticeCase practiceCase, int mirror, WritingAid aid)
    {
        var told = practiceCase.ToldWith(mirror);
        return
        [
            .. Text("story", told.Story, aid),
            .. told.Questions.SelectMany(question => Text($"question '{question.Id}'", question.Text, aid)),
            .. told.Questions.SelectMany(question => question.Options.SelectMany((option, index) =>
                Text($"option {index + 1} of '{question.Id}'", option.Label, aid).Concat(Text($"feedback {index + 1} of '{question.Id}'", option.Feedback, aid)))),
            .. Text("lesson", told.Learned, aid),
        ];
    }

    private static IEnumerable<(string Place, string Text)> Text(string place, LocalText text, WritingAid aid) =>
        text.ByLanguage.TryGetValue(aid.Language, out var spoken) ? [(place, spoken)] : [];
}
