using FieldKit.Domain.Forms;
using FieldKit.Domain.Signals;
using FieldKit.Domain.WritingHelp;

namespace FieldKit.Domain.Tests.Signals;

public sealed class SignalSubstanceTests
{
    private static readonly ToldBehaviour Dutch = new(new(
        "nl",
        [
            Rule(HintKind.Looks, "baard", "lang gewaad", "kaalgeschoren"),
            Rule(HintKind.Origin, "bid*", "kerk*"),
            Rule(HintKind.Opinion, "geen goed gevoel"),
            Rule(HintKind.Interpretation, "agressief"),
        ],
        [],
        default,
        Behaviour: new("G14", ["eng"], ["hij", "ik", "heb", "er", "bij", "draagt", "een", "en", "nu", "keer", "per", "dag", "is"])));

    private static readonly ToldBehaviour Unknowing = new(new("xx", [Rule(HintKind.Looks, "baard")], [], default));

    [Theory]
    [InlineData("Hij draagt een baard en een lang gewaad.")]
    [InlineData("Hij bidt nu 5 keer per dag.")]
    [InlineData("Ik heb er geen goed gevoel bij.")]
    [InlineData("Kaalgeschoren!")]
    [InlineData("Hij is eng.")]
    public void Looks_faith_or_a_feeling_tell_no_behaviour(string fact) => Assert.True(Tells(("s2_wat", fact)));

    [Theory]
    [InlineData("Hij draagt een baard en riep iets.")]
    [InlineData("Hij is agressief.")]
    [InlineData("Hij is er nu.")]
    [InlineData("Baardd")]
    [InlineData("…")]
    public void One_word_that_no_list_knows_is_behaviour(string fact) => Assert.False(Tells(("s2_wat", fact)));

    [Fact]
    public void Every_fact_counts() => Assert.False(Tells(("s2_wat", "Hij draagt een baard."), ("s2_wat#3", "Hij bood geld aan.")));

    [Fact]
    public void A_change_in_behaviour_counts() => Assert.False(Tells(("s2_wat", "Baard"), ("s3_anders", "Komt niet meer trainen.")));

    [Fact]
    public void Literal_words_count_as_behaviour() => Assert.False(Tells(("s2_wat", "Baard"), ("s2_letterlijk#1", "baard")));

    [Fact]
    public void Being_approached_counts_as_behaviour()
    {
        Assert.False(Tells(("s2_wat", "Baard"), ("s3_benaderd", "?ja")));
        Assert.True(Tells(("s2_wat", "Baard"), ("s3_benaderd", "?nee")));
    }

    [Fact]
    public void Without_a_fact_there_is_nothing_to_judge() => Assert.False(Tells(("s5_zorg", "Baard")));

    [Fact]
    public void Lists_that_say_nothing_of_behaviour_judge_nothing() =>
        Assert.False(SignalSubstance.TellsNoBehaviour(new Dictionary<string, FormAnswer> { ["s2_wat"] = new([], "baard") }, [Unknowing]));

    private static bool Tells(params (string Key, string Value)[] answers) => SignalSubstance.TellsNoBehaviour(
        answers.ToDictionary(answer => answer.Key, answer => answer.Value.StartsWith('?') ? new FormAnswer([answer.Value[1..]], "") : new FormAnswer([], answer.Value)),
        [Unknowing, Dutch]);

    private static HintRule Rule(HintKind kind, params string[] words) => new(kind.ToString(), kind, "?", null, null, words, [], []);
}
