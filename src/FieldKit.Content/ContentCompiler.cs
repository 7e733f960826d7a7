using FieldKit.Content.Advice;
using FieldKit.Content.Cases;
using FieldKit.Content.Contacts;
using FieldKit.Content.Facts;
using FieldKit.Content.Flowcharts;
using FieldKit.Content.Forms;
using FieldKit.Content.Guides;
using FieldKit.Content.Municipalities;
using FieldKit.Content.Readability;
using FieldKit.Content.Reading;
using FieldKit.Content.Starts;
using FieldKit.Content.Wording;
using FieldKit.Content.WritingHelp;
using FieldKit.Domain;

namespace FieldKit.Content;

/// <summary>Turns the content folder into one checked bundle, or says everything that is wrong with it.</summary>
public static class ContentCompiler
{
    /// <param name="folder">Holds flowcharts/, guides/, contacts/, forms/, municipalities/ and facts/, and it may hold cases/, writing-help/, start/ and advice/.</param>
    /// <param name="builtOn">The date that the bundle carries.</param>
    public static CompilationResult Compile(string folder, DateOnly builtOn)
    {
        if (!Directory.Exists(folder))
        {
            return new(null, [new(Path.GetFileName(folder), 1, "no-folder", "There is no such content folder. Check the --content option.")]);
        }

        return Compile(ContentFolder.Load(folder), builtOn);
    }

    /// <param name="texts">What the folder holds: name below it, and text.</param>
    internal static CompilationResult Compile(IReadOnlyDictionary<string, string> texts, DateOnly builtOn)
    {
        var findings = new Findings();
        var files = new ContentFolder(texts, findings);
        var writingHelp = files.Yaml("writing-help", optional: true).Select(WritingHelpReader.Read).ToList();
        var links = new List<GuideLink>();
        var bundle = new ContentBundle(
            builtOn,
            [.. files.Yaml("flowcharts").Select(FlowchartReader.Read).OrderBy(chart => chart.Id, StringComparer.Ordinal)],
            [.. GuideReader.Read(files.Markdown("guides", links), findings).OrderBy(guide => guide.Id, StringComparer.Ordinal)],
            [.. files.Yaml("contacts").SelectMany(ContactReader.Read).OrderBy(contact => contact.Id, StringComparer.Ordinal)],
            [.. files.Yaml("forms").Select(FormReader.Read).OrderBy(form => form.Id, StringComparer.Ordinal)],
            [.. files.Yaml("municipalities").Select(MunicipalityReader.Read).OrderBy(municipality => municipality.Id, StringComparer.Ordinal)],
            [.. files.Yaml("cases", optional: true).Select(CaseReader.Read).OrderBy(practiceCase => practiceCase.Id, StringComparer.Ordinal)],
            [.. writingHelp.Select(text => text.Aid).OrderBy(aid => aid.Language, StringComparer.Ordinal)],
            [.. files.Yaml("start", optional: true).Select(StartReader.Read).OrderBy(start => start.Id, StringComparer.Ordinal)],
            [.. files.Yaml("advice", optional: true).Select(AdviceReader.Read).OrderBy(advice => advice.Id, StringComparer.Ordinal)]);

        var register = FactRegisterReader.Read(files);
        var uses = FactUses.In(bundle).ToList();
        var index = new ContentIndex(bundle);
        new DuplicateRules(bundle, findings).Check();
        new FactRules(register, uses, findings).Check();
        new MunicipalityRules(bundle, findings).Check();
        new AfterwardsRules(bundle, index, findings).Check();
        new ContactRules(bundle, index, findings).Check();
        new GuideRules(bundle, index, links, findings).Check();
        new FlowchartRules(bundle, index, findings).Check();
        new FormRules(bundle, findings).Check();
        new SignalFormRules(bundle, findings).Check();
        new QuestionRules(bundle, files.Map("rules/questions.yaml") is { } questions ? WordsToAvoid.ReadAll(questions) : [], findings).Check();
        new CaseRules(bundle, index, findings).Check();
        new StartRules(bundle, index, findings).Check();
        new AdviceRules(bundle, index, findings).Check();
        new WritingHelpRules(writingHelp, findings).Check();
        new BehaviourRules(bundle, index, findings).Check();
        new MirroredCaseRules(bundle, findings).Check();
        var pieces = WrittenTexts.In(bundle).ToList();
        var figures = new ReadingRules(ReadingBar.Read(files), pieces, findings).Check();
        new WordRules(files.Map("rules/words.yaml") is { } words ? WordsToAvoid.ReadAll(words) : [], findings).Check(pieces);
        new PersonalDataRules(bundle, links, findings).Check(pieces);
        new NameRules(files.Map("rules/names.yaml") is { } names ? HashedNames.Read(names) : new(0, []), findings).Check(files.Everything());
        return new(findings.Errors.Count == 0 ? WithSourceTitles(bundle, register) : null, findings.Errors)
        {
            Notices = findings.Notices,
            Coverage = FactCoverage.Of(register, uses),
            Figures = figures,
            SourceTitles = register.SourceTitles,
        };
    }

    private static ContentBundle WithSourceTitles(ContentBundle bundle, FactRegister register) => bundle with
    {
        Contacts = [.. bundle.Contacts.Select(contact => contact with { SourceTitles = register.TitlesOf(contact.Sources) })],
    };
}
