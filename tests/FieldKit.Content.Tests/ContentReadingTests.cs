using FieldKit.Domain;
using static FieldKit.Content.Tests.SmallContent;

namespace FieldKit.Content.Tests;

/// <summary>What the files say arrives in the bundle.</summary>
public sealed class ContentReadingTests
{
    [Fact]
    public void A_part_of_a_guide_carries_its_facts_and_its_age()
    {
        var part = Read(new SmallContent()
            .With(Guide, "minutes=5 facts=\"J\"", "minutes=5 facts=\"A101 P18, 001 · Onderwijs en meer, J\" age=\"po-onder\"")
            .With(English, "minutes=5", "minutes=5 age=po-onder")).Guides[0].Parts[0];
        Assert.Equal(5, part.Minutes);
        Assert.Equal("po-onder", part.Age);
        Assert.Equal(["A101", "P18", "001 · Onderwijs en meer", "J"], part.Facts);
    }

    [Fact]
    public void A_contact_carries_its_facts_and_its_site()
    {
        var contact = Read(new SmallContent().With(Contact, "    phone:", "    facts: [A008]\n    site: https://example.org\n    phone:")).Contacts[0];
        Assert.Equal(["A008"], contact.Facts);
        Assert.Equal("https://example.org", contact.Site);
    }

    [Fact]
    public void A_municipality_carries_its_chain_and_its_night()
    {
        var municipality = Read(new SmallContent().With(Municipality, "stages:", """
            night: {nl: Bel 112, en: Call 112}
            chain:
              - id: opmerken
                name: {nl: Opmerken, en: Notice}
                what: {nl: Iemand ziet iets, en: Somebody sees something}
                when: {nl: Elke week, en: Every week}
                gap: {nl: Dit is niet bekend, en: This is not known}
                stage: ontvangen
                facts: [B1]
            stages:
            """)).Municipalities[0];
        Assert.Equal("Bel 112", municipality.Night!.In("nl"));
        var step = Assert.Single(municipality.Chain!);
        Assert.Equal(("opmerken", "Elke week", "ontvangen"), (step.Id, step.When!.In("nl"), step.Stage));
        Assert.Null(step.Who);
    }

    [Fact]
    public void A_stage_and_a_field_carry_their_facts()
    {
        var bundle = Read(new SmallContent()
            .With(Municipality, "- id: afgerond\n    facts: [B1]", "- id: afgerond\n    facts: [B1.2]")
            .With(Form, "- id: wat\n        facts: [G1]", "- id: wat\n        facts: [G2]"));
        Assert.Equal(["B1.2"], bundle.Municipalities[0].Stages[1].Facts);
        Assert.Equal(["G1"], bundle.Forms[0].Facts);
        Assert.Equal(["G2"], bundle.Forms[0].Sections[0].Fields[1].Facts);
    }

    private static ContentBundle Read(SmallContent content)
    {
        var result = content.Compile();
        Assert.True(result.Bundle is not null, string.Join('\n', result.Errors));
        return result.Bundle;
    }
}
