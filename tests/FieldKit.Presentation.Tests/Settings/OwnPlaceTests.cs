using FieldKit.Device.Enrolment;
using FieldKit.Presentation.Settings;

namespace FieldKit.Presentation.Tests.Settings;

public sealed class OwnPlaceTests
{
    private readonly RememberedPreferences preferences = new();
    private readonly OwnPlace place;

    public OwnPlaceTests() => place = new(preferences);

    [Fact]
    public void Nothing_chosen_and_not_enrolled_is_nowhere()
    {
        Assert.Null(place.Role);
        Assert.Null(place.City);
        Assert.Null(place.Municipality);
    }

    [Fact]
    public void A_choice_is_there_at_the_next_start()
    {
        place.ChooseRole("boa");
        place.ChooseCity("arnhem");

        var next = new OwnPlace(preferences);
        Assert.Equal(("boa", "arnhem", "arnhem"), (next.Role, next.City, next.Municipality));
    }

    [Fact]
    public void Enrolment_fills_in_what_was_not_chosen()
    {
        place.ChooseRole("onderwijs");

        place.FillIn(Enrolled("nijmegen", "jongerenwerk"));

        Assert.Equal(("onderwijs", "nijmegen"), (place.Role, place.City));
    }

    [Fact]
    public void Another_municipality_is_a_choice_that_enrolment_leaves_alone()
    {
        place.ChooseCity(OwnPlace.Other);

        place.FillIn(Enrolled("utrecht", "zorg"));

        Assert.Equal(OwnPlace.Other, place.City);
        Assert.Null(place.Municipality);
    }

    [Fact]
    public void A_role_of_an_organisation_that_the_app_does_not_know_is_no_role()
    {
        place.FillIn(Enrolled("utrecht", "Directeur"));

        Assert.Null(place.Role);
    }

    [Fact]
    public void Unknown_role_is_refused() => Assert.Throws<ArgumentException>(() => place.ChooseRole("tovenaar"));

    [Fact]
    public void Watchers_hear_of_a_change_once()
    {
        var changes = 0;
        place.PropertyChanged += (_, _) => changes++;

        place.ChooseCity("utrecht");
        place.FillIn(Enrolled("utrecht", "boa"));
        place.FillIn(Enrolled("utrecht", "boa"));

        Assert.Equal(2, changes);
    }

    private static EnrolledDevice Enrolled(string municipality, string role) =>
        new(Guid.CreateVersion7(), "token", municipality, "Organisatie", role, null!);
}
