using System.Text.Json;
using FieldKit.Domain.Languages;
using FieldKit.Domain.Signals;

namespace FieldKit.Domain.Tests.Signals;

/// <summary>What the desk seals is read by telephones of other versions.</summary>
public sealed class AnswerDocumentTests
{
    /// <summary>As it was before anything could go with an advice. Frozen: telephones in the field read and keep exactly this.</summary>
    private const string Frozen =
        """{"id":"0197a000-0000-7000-8000-000000000003","about":"0197a000-0000-7000-8000-000000000001","stage":"eerste-blik","stageName":{"nl":"Eerste blik"},"text":"Houd contact.","writtenAt":"2026-11-23T09:00:00+00:00"}""";

    private static readonly AnswerDocument Plain = new(
        Guid.Parse("0197a000-0000-7000-8000-000000000003"), Guid.Parse("0197a000-0000-7000-8000-000000000001"), "eerste-blik", new LocalText("Eerste blik"), "Houd contact.",
        new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Answer_without_links_is_written_as_before()
    {
        Assert.Equal(Frozen, JsonSerializer.Serialize(Plain, DomainJson.Default.AnswerDocument));
        Assert.Null(JsonSerializer.Deserialize(Frozen, DomainJson.Default.AnswerDocument)!.Links);
    }

    [Fact]
    public void Links_are_added_behind_what_telephones_know_and_change_none_of_it()
    {
        var linked = JsonSerializer.Serialize(Plain with { Links = new(["G15"], ["T18"]) }, DomainJson.Default.AnswerDocument);

        Assert.Equal(Frozen[..^1] + ""","links":{"guides":["G15"],"contacts":["T18"]}}""", linked);
    }

    [Fact]
    public void What_a_later_desk_adds_is_passed_over()
    {
        var later = Frozen[..^1] + ""","more":{"of":["something"]}}""";

        Assert.Equal("Houd contact.", JsonSerializer.Deserialize(later, DomainJson.Default.AnswerDocument)!.Text);
    }
}
