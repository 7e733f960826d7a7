using FieldKit.Domain;
using FieldKit.Domain.Starts;
using FieldKit.Presentation.Content;
using FieldKit.Presentation.Home;
using FieldKit.Presentation.Settings;

namespace FieldKit.Presentation.Tests.Home;

public sealed class HomeStepsTests
{
    private static readonly RoleStart Teacher = new(
        "start-onderwijs",
        ["onderwijs"],
        [
            new(new("Leerling", "Pupil"), new("Stap voor stap", "Step by step"), "utrecht", Flowchart: "F02"),
            new(new("De dag na", "The day after"), new("Je eerste les", "Your first lesson"), Guide: "G02"),
            new(new("Meedenken", "Think along"), new("Bel", "Call"), Contact: "T18"),
        ],
        ["G02"]);

    private readonly RememberedPreferences preferences = new();
    private readonly Texts texts;
    private readonly OwnPlace place;
    private ContentBundle? bundle = new(new(2026, 11, 22), [], [], [], [], [], Starts: [Teacher]);

    public HomeStepsTests()
    {
        texts = new(preferences);
        place = new(preferences);
    }

    [Fact]
    public async Task Role_and_city_have_their_own_steps()
    {
        Choose("onderwijs", "utrecht");
        var steps = Steps();

        await steps.RenewAsync();

        Assert.Equal(
            [new("/route/F02", "Leerling", "Stap voor stap"), new("/gesprek/G02", "De dag na", "Je eerste les"), new("/bellen/T18", "Meedenken", "Bel")],
            steps.Cards);
    }

    [Fact]
    public async Task Another_municipality_gets_what_holds_everywhere()
    {
        Choose("onderwijs", OwnPlace.Other);
        var steps = Steps();

        await steps.RenewAsync();

        Assert.Equal(["/gesprek/G02", "/bellen/T18"], steps.Cards.Select(card => card.Address));
    }

    [Fact]
    public async Task The_next_start_shows_them_without_content()
    {
        Choose("onderwijs", "utrecht");
        await Steps().RenewAsync();

        bundle = null;

        Assert.Equal(3, Steps().Cards.Count);
    }

    [Fact]
    public async Task Steps_of_another_role_or_language_are_not_shown()
    {
        Choose("onderwijs", "utrecht");
        await Steps().RenewAsync();

        texts.Use(Texts.English);
        Assert.Empty(Steps().Cards);
        texts.Use(Texts.Dutch);
        place.ChooseRole("boa");
        Assert.Empty(Steps().Cards);
    }

    [Fact]
    public async Task A_role_without_steps_shows_what_suits_everybody()
    {
        Choose("boa", "utrecht");
        var steps = Steps();

        await steps.RenewAsync();

        Assert.Empty(steps.Cards);
    }

    [Fact]
    public async Task Without_a_role_the_content_stays_shut()
    {
        var opened = false;
        var steps = new HomeSteps(preferences, place, texts, new(() => { opened = true; return new(bundle); }, () => new(false)));

        await steps.RenewAsync();

        Assert.False(opened);
    }

    [Fact]
    public async Task Screens_are_drawn_again_only_when_the_steps_changed()
    {
        Choose("onderwijs", "utrecht");
        var (steps, changes) = (Steps(), 0);
        steps.PropertyChanged += (_, _) => changes++;

        await steps.RenewAsync();
        await steps.RenewAsync();

        Assert.Equal(1, changes);
    }

    [Fact]
    public void A_kept_line_that_leads_elsewhere_is_left_out()
    {
        Choose("onderwijs", "utrecht");
        preferences.Write("home-cards", "onderwijs\tutrecht\tnl\nhttps://elders.example\tTitel\tTekst\n/gesprek/G02\tTitel\tTekst\nonzin");

        Assert.Equal(["/gesprek/G02"], Steps().Cards.Select(card => card.Address));
    }

    private void Choose(string role, string city)
    {
        place.ChooseRole(role);
        place.ChooseCity(city);
    }

    private HomeSteps Steps() => new(preferences, place, texts, new(() => new(bundle), () => new(false)));
}
