using FieldKit.Domain.Guides;
using FieldKit.Domain.Languages;
using FieldKit.Presentation.Leading;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Leading;

public sealed class TalkModelTests
{
    private static readonly Guide Guide = new(
        "G01",
        new("De dag erna", "The day after"),
        new("leerkracht"),
        new("praten"),
        [
            Part("bel", minutes: 20),
            Part("kleuters", minutes: 5, age: "po-onder"),
            Part("bovenbouw", minutes: 15, age: "po-boven"),
            new("vragen", "question", new("Vragen"), null, new("<ul>\n<li>‘Wat zag je?’</li>\n<li>‘Hoe <em>weet</em> je dat?’</li>\n</ul>\n<p>Laat stiltes vallen.</p>", "<ul><li>‘What?’</li></ul>")),
            Part("slot"),
        ],
        [],
        [],
        new(2026, 11, 20));

    private readonly RememberedPreferences preferences = new();
    private readonly ManualTimeProvider time = new();

    [Fact]
    public void Age_is_asked_once_and_remembered()
    {
        using (var talk = Open())
        {
            Assert.True(talk.IsChoosingAge);
            Assert.Equal(["po-onder", "po-boven"], talk.Ages);
            talk.Choose("po-boven");
        }

        using var next = Open();
        Assert.False(next.IsChoosingAge);
        Assert.Equal("po-boven", next.Age);
    }

    [Fact]
    public void Guide_without_ages_asks_nothing()
    {
        using var talk = new TalkModel(Guide with { Parts = [Part("bel")] }, new(preferences), preferences, time);

        Assert.False(talk.IsChoosingAge);
    }

    [Fact]
    public void Age_of_another_guide_is_asked_again_and_both_are_remembered()
    {
        TalkAges.Choose(preferences, "po-boven");
        TalkAges.Choose(preferences, "vo");

        Assert.Equal("po-boven", TalkAges.Chosen(preferences, Guide));
        Assert.Null(TalkAges.Chosen(new RememberedPreferences(), Guide));
    }

    [Fact]
    public void Parts_for_other_ages_are_left_out()
    {
        using var talk = Open("po-boven");

        Assert.Equal(["bel", "bovenbouw", "vragen.1", "vragen.2", "slot"], Slides(talk));
    }

    [Fact]
    public void Every_age_shows_all_parts()
    {
        using var talk = Open(TalkAges.Every);

        Assert.Equal(6, talk.Count);
    }

    [Fact]
    public void Questions_come_one_at_a_time_with_the_advice_beside_them()
    {
        using var talk = Open("po-boven");

        talk.Stand("vragen.2");

        Assert.Equal(("‘Hoe weet je dat?’", "<p>Laat stiltes vallen.</p>"), (talk.Slide.Heading, talk.Slide.Html));
        Assert.Equal((2, 2), (talk.Slide.Question, talk.Slide.Questions));
        Assert.Equal((4, 5), (talk.Number, talk.Count));
    }

    [Fact]
    public void Changed_age_stays_near_the_same_place()
    {
        using var talk = Open("po-boven");
        talk.Stand("bovenbouw");

        talk.Choose("po-onder");

        Assert.Equal("vragen.1", talk.Slide.Id);
    }

    [Fact]
    public void Language_with_fewer_questions_keeps_the_part()
    {
        var texts = new Texts(preferences);
        TalkAges.Choose(preferences, "po-boven");
        using var talk = new TalkModel(Guide, texts, preferences, time);
        talk.Stand("vragen.2");

        texts.Use(Texts.English);

        Assert.Equal(("vragen.1", "‘What?’"), (talk.Slide.Id, talk.Slide.Heading));
    }

    [Fact]
    public void Ends_lead_one_way()
    {
        using var talk = Open("po-boven");

        Assert.Null(talk.BackAddress);
        Assert.Equal("/gesprek/G01/leiden/bovenbouw", talk.NextAddress);
        talk.Stand("slot");
        Assert.Null(talk.NextAddress);
        Assert.Equal("/gesprek/G01", talk.LeaveAddress);
    }

    [Fact]
    public void Interrupted_talk_goes_on_where_it_was()
    {
        using (var talk = Open("po-boven"))
        {
            talk.Stand("bovenbouw");
            time.Advance(TimeSpan.FromMinutes(3));
        }

        using var again = Open();
        again.Stand(null);

        Assert.Equal("bovenbouw", again.Slide.Id);
        Assert.Equal(3, again.Minutes);
        Assert.Equal(new("/gesprek/G01/leiden", "De dag erna", 2, 5), LastTalk.Read(preferences, time.GetUtcNow()));
    }

    [Fact]
    public void Clock_counts_up_beside_the_plan()
    {
        using var talk = Open("po-boven");
        Assert.Equal("0 van 20 minuten", talk.ClockText);

        time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal("4 van 20 minuten", talk.ClockText);
        Assert.False(talk.IsLonger);

        time.Advance(TimeSpan.FromMinutes(17));
        Assert.Equal("21 minuten, gepland 20", talk.ClockText);
        Assert.True(talk.IsLonger);
    }

    [Fact]
    public void Screen_is_drawn_when_a_minute_passes_and_not_at_every_look()
    {
        using var talk = Open("po-boven");
        var drawn = 0;
        talk.PropertyChanged += (_, _) => drawn++;

        time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(2, drawn);
    }

    [Fact]
    public void Part_without_a_plan_shows_no_clock()
    {
        using var talk = Open("po-boven");

        talk.Stand("slot");

        Assert.Null(talk.ClockText);
    }

    [Fact]
    public void Each_part_has_its_own_time()
    {
        using var talk = Open("po-boven");
        time.Advance(TimeSpan.FromMinutes(2));
        talk.Stand("bovenbouw");
        time.Advance(TimeSpan.FromMinutes(5));
        talk.Stand("bel");
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(3, talk.Minutes);
    }

    [Fact]
    public void Paused_clock_stands_still_also_after_a_reload()
    {
        using (var talk = Open("po-boven"))
        {
            time.Advance(TimeSpan.FromMinutes(2));
            talk.PauseOrRun();
            time.Advance(TimeSpan.FromMinutes(5));
            Assert.Equal(2, talk.Minutes);
        }

        using var again = Open();
        Assert.True(again.IsPaused);
        again.PauseOrRun();
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(3, again.Minutes);
    }

    [Fact]
    public void Next_part_runs_after_a_pause()
    {
        using var talk = Open("po-boven");
        talk.PauseOrRun();

        talk.Stand("bovenbouw");

        Assert.False(talk.IsPaused);
    }

    [Fact]
    public void Finished_talk_leaves_nothing_to_go_on_with()
    {
        using var talk = Open("po-boven");
        talk.Stand("slot");

        talk.Finish();
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.False(TalkModel.IsKept(preferences, Guide));
        Assert.Null(LastTalk.Read(preferences, time.GetUtcNow()));
    }

    [Fact]
    public void Yesterdays_talk_is_not_offered_at_the_start_and_still_kept_with_its_guide()
    {
        using (var talk = Open("po-boven"))
        {
            talk.Stand("bovenbouw");
        }

        time.Advance(TimeSpan.FromHours(20));

        Assert.Null(LastTalk.Read(preferences, time.GetUtcNow()));
        Assert.True(TalkModel.IsKept(preferences, Guide));
    }

    [Theory]
    [InlineData("/gesprek/G01/kring", true)]
    [InlineData("/gesprek/G011/kring", false)]
    public void Reading_place_in_the_same_guide_is_no_second_offer(string address, bool isSame) => Assert.Equal(
        isSame, new LastTalk("/gesprek/G01/leiden", "De dag erna", 1, 2).IsOf(new(address, "De dag erna", 1, 2)));

    [Theory]
    [InlineData("")]
    [InlineData("bel")]
    [InlineData("bel\nnooit\nruns")]
    [InlineData("bel\n99999999999999999\nruns")]
    [InlineData("weg\n1795000000\nruns\nbel=x\nbel\n=")]
    public void Altered_memory_begins_anew(string kept)
    {
        preferences.Write("talk.G01", kept);
        using var talk = Open("po-boven");

        Assert.Equal((1, 0), (talk.Number, talk.Minutes));
    }

    private static IEnumerable<string> Slides(TalkModel talk)
    {
        while (true)
        {
            yield return talk.Slide.Id;
            if (talk.NextAddress is not { } next)
            {
                yield break;
            }

            talk.Stand(next.Split('/')[^1]);
        }
    }

    private static GuidePart Part(string id, int? minutes = null, string? age = null) => new(id, "step", new(id), minutes, new("<p>tekst</p>"), Age: age);

    private TalkModel Open(string? age = null)
    {
        if (age is not null)
        {
            TalkAges.Choose(preferences, age);
        }

        return new(Guide, new(preferences), preferences, time);
    }
}
