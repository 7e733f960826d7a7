using FieldKit.Domain.WritingHelp;

namespace FieldKit.Content.Tests.WritingHelp;

/// <summary>Dutch bends words and glues them together; the published lists go along with that, and not further.</summary>
public sealed class DutchWordFormsTests
{
    private static readonly HintFinder Finder = new(PublishedAids.In("nl"));

    [Theory]
    [InlineData("Hij deed agressiever dan op 3 mei.", HintKind.Interpretation)]
    [InlineData("De geradicaliseerde leerling.", HintKind.Interpretation)]
    [InlineData("Hij keek dreigender dan eerst.", HintKind.Interpretation)]
    [InlineData("Zij is verslaafde.", HintKind.Health)]
    [InlineData("Een autistische jongen.", HintKind.Health)]
    [InlineData("Met een vuurwapentje.", HintKind.Urgency)]
    [InlineData("Een messentrekker stond met messen.", HintKind.Urgency)]
    [InlineData("Er lag een brandbommetje.", HintKind.Urgency)]
    [InlineData("De afscheidsbrieven lagen er.", HintKind.Urgency)]
    [InlineData("Met zelfmoordgedachten.", HintKind.Urgency)]
    [InlineData("Een moskeebezoeker.", HintKind.Origin)]
    [InlineData("Het kerkbezoek.", HintKind.Origin)]
    [InlineData("Een moslimmeisje.", HintKind.Origin)]
    [InlineData("De bijbelstudies.", HintKind.Origin)]
    [InlineData("De vluchtelingenkinderen.", HintKind.Origin)]
    [InlineData("Een legerkistje.", HintKind.Looks)]
    [InlineData("Met hoofddoekjes.", HintKind.Looks)]
    [InlineData("Een getatoeëerde arm.", HintKind.Looks)]
    [InlineData("Een getatoeeerde arm.", HintKind.Looks)]
    [InlineData("Hij wordt geronselde.", HintKind.Recruitment)]
    public void Bent_and_glued_words_are_asked_about(string text, HintKind kind) => Assert.Contains(kind, Kinds(text));

    [Theory]
    [InlineData("De bestuurder van de vreemdelingenbalie.", HintKind.Interpretation)]
    [InlineData("Hij liep door de Kerkstraat.", HintKind.Origin)]
    [InlineData("Het kerkhof is dicht.", HintKind.Origin)]
    [InlineData("Hij heeft meer kennis dan mesjes.", HintKind.Urgency)]
    [InlineData("Het gekke is dat het lukte.", HintKind.Interpretation)]
    [InlineData("Hij kreeg een goede morgen.", HintKind.Urgency)]
    public void Words_that_only_look_alike_are_not(string text, HintKind kind) => Assert.DoesNotContain(kind, Kinds(text));

    private static IEnumerable<HintKind> Kinds(string text) => Finder.Find(text, new(WritingField.Facts, true, true)).Select(hint => hint.Kind);
}
