using System.Text;
using System.Text.Json;
using FieldKit.Domain;
using FieldKit.Domain.Forms;

namespace FieldKit.Content.Tests;

/// <summary>The content that ships: it compiles, is there in both languages, and keeps the promises of the fact base.</summary>
public sealed class PublishedContentTests
{
    private static readonly ContentBundle Bundle = Compile();
    private static readonly string[] InEnglish = ["G01", "G02", "G04", "G15"];

    /// <summary>Practice cases are for Dutch teams and are in Dutch alone; of the guides, the four most used are in English.</summary>
    [Fact]
    public void Every_text_has_English_beside_Dutch()
    {
        // A source keeps its own title, in its own language.
        var contacts = Bundle.Contacts.Select(contact => contact with { SourceTitles = [] }).ToList();
        using var json = JsonDocument.Parse(Bytes(Bundle with { Cases = [], Contacts = contacts, Guides = [.. Bundle.Guides.Where(guide => InEnglish.Contains(guide.Id))] }));
        var without = Texts(json.RootElement).Where(text => !text.TryGetProperty("en", out _)).Select(text => text.GetRawText());
        Assert.Empty(without);
    }

    [Fact]
    public void All_charts_guides_cases_contacts_and_municipalities_of_the_fact_base_are_there()
    {
        Assert.Equal(Ids('F', 14), Bundle.Flowcharts.Select(chart => chart.Id));
        Assert.Equal(Ids('G', 18), Bundle.Guides.Select(guide => guide.Id));
        Assert.Equal(Ids('K', 10), Bundle.Cases.Select(practiceCase => practiceCase.Id));
        Assert.Subset(Bundle.Contacts.Select(contact => contact.Id).ToHashSet(), Ids('T', 38).ToHashSet());
        Assert.Equal("signaal", Assert.Single(Bundle.Forms).Id);
        Assert.Equal(["arnhem", "nijmegen", "utrecht"], Bundle.Municipalities.Select(municipality => municipality.Id));
    }

    [Fact]
    public void Only_Nijmegen_has_a_weegploeg() =>
        Assert.Equal(["nijmegen"], Bundle.Municipalities.Where(municipality => municipality.Stage("weegploeg") is not null).Select(municipality => municipality.Id));

    [Fact]
    public void Every_municipality_tells_its_own_chain_and_what_the_night_is() =>
        Assert.All(Bundle.Municipalities, municipality =>
        {
            Assert.Equal("opmerken", municipality.Chain![0].Id);
            Assert.Contains(municipality.Chain, step => step.Gap is not null);
            Assert.NotNull(municipality.Night);
        });

    [Fact]
    public void Numbers_of_Arnhem_from_2018_show_as_outdated() =>
        Assert.All(Bundle.Contacts.Where(contact => contact.Id is "T11" or "T12" or "T13"), contact => Assert.True(contact.IsOutdated(Bundle.BuiltOn)));

    [Theory]
    [InlineData("T20", "06-81893529")]
    [InlineData("T24", "0900-2354354")]
    [InlineData("T35", "070-3334558")]
    public void A_number_that_nobody_confirmed_is_shown_nowhere(string contact, string number)
    {
        Assert.Contains(Bundle.Contacts, known => known.Id == contact);
        Assert.DoesNotContain(number, Encoding.UTF8.GetString(Bytes(Bundle)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s0_gevaar", "danger")]
    [InlineData("s0_thuis", "home")]
    [InlineData("s0_optreden", "officer")]
    public void A_yes_on_the_first_page_stops_the_form_and_hides_the_rest(string field, string stop)
    {
        var form = Opened();
        var stopped = form.With(new(field, 0), new(["ja"], ""));
        Assert.Equal(stop, stopped.StoppedBy);
        Assert.Equal(["s0"], stopped.VisibleSections.Select(section => section.Id));
        Assert.False(stopped.IsComplete);
    }

    [Fact]
    public void Advice_without_a_name_is_the_default_and_asks_for_no_name()
    {
        var form = Opened();
        Assert.Equal(["advies"], form.Answer(new("s0_route", 0)).Choices);
        Assert.All(["s1_contact", "s6_toestemming", "s7_naam", "s7_bereik"], field => Assert.False(form.IsShown(new(field, 0))));
        var named = form.With(new("s0_route", 0), new(["signaal"], ""));
        Assert.All(["s1_contact", "s6_toestemming", "s7_naam", "s7_bereik"], field => Assert.True(named.IsRequired(new(field, 0))));
    }

    [Fact]
    public void A_name_written_before_going_back_to_advice_does_not_leave()
    {
        var form = Opened()
            .With(new("s0_route", 0), new(["signaal"], ""))
            .With(new("s7_naam", 0), new([], "Iemand"))
            .With(new("s0_route", 0), new(["advies"], ""));
        Assert.DoesNotContain("s7_naam", form.ForSealing().Keys);
        Assert.Contains("s7_naam", form.Answers.Keys);
    }

    [Fact]
    public void The_answer_about_danger_goes_along_and_those_about_home_and_an_officer_stay_on_the_device()
    {
        var leaving = Opened().ForSealing().Keys;
        Assert.Contains("s0_gevaar", leaving);
        Assert.DoesNotContain(leaving, key => key is "s0_thuis" or "s0_optreden");
    }

    private static byte[] Bytes(ContentBundle bundle) => JsonSerializer.SerializeToUtf8Bytes(bundle, DomainJson.Default.ContentBundle);

    private static IEnumerable<string> Ids(char series, int last) => Enumerable.Range(1, last).Select(number => $"{series}{number:00}");

    private static FormState Opened() => new FormState(Bundle.Forms[0])
        .With(new("s0_gevaar", 0), new(["nee"], ""))
        .With(new("s0_thuis", 0), new(["nee"], ""))
        .With(new("s0_optreden", 0), new(["nee"], ""));

    private static ContentBundle Compile()
    {
        var result = ContentCompiler.Compile(RepositoryContent.Folder, new DateOnly(2026, 11, 22));
        Assert.True(result.Bundle is not null, string.Join('\n', result.Errors));
        return result.Bundle;
    }

    private static IEnumerable<JsonElement> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("nl", out _) => [element],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };
}
