using static FieldKit.Content.Tests.SmallContent;

namespace FieldKit.Content.Tests.Wording;

public sealed class WordRulesTests
{
    [Theory]
    [InlineData(Chart, "title: {nl: Vraag?", "title: {nl: 'Welke lomperik?'", 24)]
    [InlineData(Guide, "Adem.", "Wat een LOMPERIKEN.", 11)]
    [InlineData(Guide, "## Eerst", "## Grote lomperik", 11)]
    [InlineData(Guide, "Adem.", "Een *grof\n woord* hier.", 11)]
    [InlineData(English, "Breathe.", "Do not be a boor.", 11)]
    [InlineData(Contact, "purpose: {nl: Gevaar", "purpose: {nl: Lomperik", 2)]
    [InlineData(Form, "label: {nl: Wat?", "label: {nl: Lomperik?", 20)]
    [InlineData(Municipality, "explanation: {nl: Klaar", "explanation: {nl: Lomperik", 11)]
    public void A_word_that_labels_people_is_found_in_every_kind_of_text(string file, string old, string replacement, int line)
    {
        var error = new SmallContent().With(file, old, replacement).OnlyError();
        Assert.Equal((file, line, "word"), (error.File, error.Line, error.Rule));
        Assert.Contains("Write instead: een naam", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("De boor ligt klaar.")]
    [InlineData("Een grofwoord of een halflomperik.")]
    public void Other_words_and_other_languages_are_left_alone(string text) =>
        Assert.Empty(new SmallContent().With(Guide, "Adem.", text).Compile().Errors);
}
