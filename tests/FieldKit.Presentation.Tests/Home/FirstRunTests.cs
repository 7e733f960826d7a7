using FieldKit.Device.Enrolment;
using FieldKit.Presentation.Home;
using FieldKit.Presentation.Settings;

namespace FieldKit.Presentation.Tests.Home;

public sealed class FirstRunTests
{
    private readonly RememberedPreferences preferences = new();
    private readonly Texts texts;
    private readonly OwnPlace place;
    private readonly FirstRun first;

    public FirstRunTests()
    {
        texts = new(preferences);
        place = new(preferences);
        first = new(preferences, texts, place);
    }

    [Fact]
    public void Three_taps_answer_everything()
    {
        Assert.Equal(FirstQuestion.Language, first.Question);
        first.ChooseLanguage(Texts.English);
        Assert.Equal(FirstQuestion.City, first.Question);
        first.ChooseCity("nijmegen");
        Assert.Equal(FirstQuestion.Role, first.Question);
        first.ChooseRole("onderwijs");

        Assert.Null(first.Question);
        Assert.True(first.IsJustDone);
        Assert.Equal((Texts.English, "nijmegen", "onderwijs"), (texts.Language, place.City, place.Role));
    }

    [Fact]
    public void Who_keeps_to_Dutch_is_asked_once()
    {
        first.ChooseLanguage(Texts.Dutch);

        Assert.Equal(FirstQuestion.City, Next().Question);
    }

    [Fact]
    public void Later_is_for_good()
    {
        first.Later();

        Assert.Null(Next().Question);
        Assert.False(Next().IsJustDone);
        Assert.Null(place.City);
    }

    [Fact]
    public void Closing_the_app_halfway_goes_on_there_the_next_time()
    {
        first.ChooseLanguage(Texts.Dutch);
        first.ChooseCity(OwnPlace.Other);

        Assert.Equal(FirstQuestion.Role, Next().Question);
    }

    [Fact]
    public void What_enrolment_filled_in_is_not_asked()
    {
        place.FillIn(new EnrolledDevice(Guid.CreateVersion7(), "token", "utrecht", "Organisatie", "boa", null!));

        first.ChooseLanguage(Texts.Dutch);

        Assert.Null(first.Question);
    }

    [Fact]
    public void The_language_answered_in_the_static_page_is_not_asked_again()
    {
        // As wwwroot/boot.js writes it.
        preferences.Write("first-run", "city");

        Assert.Equal(FirstQuestion.City, first.Question);
    }

    private FirstRun Next() => new(preferences, texts, place);
}
