using FieldKit.Domain.Contacts;

namespace FieldKit.Content.Tests.Contacts;

/// <summary>The contacts that go out (facts.md F4): only what a source says.</summary>
public sealed class PublishedContactsTests
{
    private static readonly IReadOnlyList<Contact> Contacts = ContentCompiler.Compile(RepositoryContent.Folder, new(2026, 11, 22)).Bundle!.Contacts;

    [Fact]
    public void Hours_are_given_for_those_that_the_fact_base_gives_them_for() =>
        Assert.Equal(["T21", "T22", "T30", "T31", "T33"], Contacts.Where(contact => contact.Opening is not null).Select(contact => contact.Id));

    [Fact]
    public void Hours_in_words_and_as_data_go_together() =>
        Assert.All(Contacts.Where(contact => contact.Hours is not null), contact => Assert.True(contact.AlwaysOpen != contact.Opening is not null, contact.Id));

    [Fact]
    public void Each_situation_leads_to_somebody() =>
        Assert.All(Situations.Known, situation => Assert.Contains(Contacts, contact => contact.Situations.Contains(situation)));

    [Fact]
    public void No_source_is_shown_as_a_bare_number() =>
        Assert.All(Contacts, contact => Assert.All(contact.SourceTitles, title => Assert.DoesNotMatch("^([A-Z][0-9.]+|[0-9]{3} · .*)$", title.In("nl"))));
}
