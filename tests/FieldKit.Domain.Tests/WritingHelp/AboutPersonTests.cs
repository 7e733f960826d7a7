using FieldKit.Domain.WritingHelp;

namespace FieldKit.Domain.Tests.WritingHelp;

/// <summary>Some words are only vague about somebody: they are asked about from the sentence on in which the text tells of one.</summary>
public sealed class AboutPersonTests
{
    private static readonly WritingAid Aid = SampleAid.Dutch with
    {
        Persons = ["hij", "de leerling"],
        Rules = [.. SampleAid.Dutch.Rules.Select(rule => rule with { AboutPerson = rule.Kind == HintKind.Time })],
    };

    [Theory]
    [InlineData("Hij is steeds te laat.", true)]
    [InlineData("Steeds was hij te laat.", true)]
    [InlineData("De leerling was op school. Steeds te laat.", true)]
    [InlineData("Met Karel was het steeds raak.", true)]
    [InlineData("Fatima is steeds te laat.", true)]
    [InlineData("De bus is steeds te laat.", false)]
    [InlineData("De bus is steeds te laat. Daarna kwam hij.", false)]
    [InlineData("Zeg nooit 'hij'.", false)]
    [InlineData("Op 3 mei was het steeds druk!\nHij kwam.", false)]
    public void Vague_time_is_asked_about_where_somebody_is(string text, bool asks) =>
        Assert.Equal(asks, Finds(text, SampleAid.Facts).Any(hint => hint.Kind == HintKind.Time));

    [Fact]
    public void Other_kinds_need_nobody() =>
        Assert.Equal([HintKind.Looks], Finds("Met een baard.", SampleAid.Facts).Select(hint => hint.Kind));

    [Theory]
    [InlineData(WritingField.Facts, true)]
    [InlineData(WritingField.Literal, false)]
    [InlineData(WritingField.Reassuring, false)]
    public void Literal_words_are_a_fact_and_what_reassures_may_be_vague(WritingField field, bool asks) =>
        Assert.Equal(asks, Finds("Hij is steeds op tijd, volgens mij.", SampleAid.Facts with { Field = field }).Any(hint => hint.Kind is HintKind.Time or HintKind.Opinion));

    [Fact]
    public async Task Made_with_pauses_it_finds_the_same()
    {
        var pauses = 0;
        var many = Aid with { Rules = [.. Aid.Rules, new("veel", HintKind.Group, "Wie?", null, null, [.. Enumerable.Range(0, 500).Select(number => $"woord{number}")], [], [])] };
        var finder = await HintFinder.MakeAsync(many, () =>
        {
            pauses++;
            return Task.CompletedTask;
        });

        const string Text = "Hij is steeds raar, zegt woord499 over Karel.";
        Assert.True(pauses >= 5, $"{pauses}");
        Assert.Equal(new HintFinder(many).Find(Text, SampleAid.Facts), finder.Find(Text, SampleAid.Facts));
    }

    private static IReadOnlyList<Hint> Finds(string text, HintContext context) => new HintFinder(Aid).Find(text, context);
}
