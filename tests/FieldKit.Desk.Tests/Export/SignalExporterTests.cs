using System.Text.Json;
using FieldKit.Desk.Export;
using FieldKit.Desk.Signals;
using FieldKit.Desk.Tests.Setting;
using FieldKit.Desk.Texts;
using FieldKit.Domain.Signals.Reading;

namespace FieldKit.Desk.Tests.Export;

public sealed class SignalExporterTests : IDisposable
{
    private static readonly ReadingGroup Names = new("s7", "Naamblad", [new("s7_naam", "Naam", [], "Koolmees")]);

    private readonly Case given = new();
    private readonly SignalExporter exporter = new(new(), new FakeClock());

    public void Dispose() => given.Dispose();

    [Fact]
    public void Page_with_names_is_left_out_unless_it_is_open_and_the_copy_says_so()
    {
        var without = Write(withNames: false);
        Assert.Equal((JsonValueKind.Null, true), (without.GetProperty("names").ValueKind, without.GetProperty("namesLeftOut").GetBoolean()));
        Assert.DoesNotContain("Koolmees", without.ToString(), StringComparison.Ordinal);

        var with = Write(withNames: true);
        Assert.Equal("Koolmees", with.GetProperty("names").GetProperty("lines")[0].GetProperty("text").GetString());
        Assert.False(with.GetProperty("namesLeftOut").GetBoolean());
    }

    [Fact]
    public void Without_a_page_with_names_none_is_left_out() => Assert.False(Write(withNames: false, names: false).GetProperty("namesLeftOut").GetBoolean());

    [Fact]
    public void Order_is_that_of_reading_with_opinion_apart_and_names_last()
    {
        var members = Write(withNames: true).EnumerateObject().Select(member => member.Name).ToList();
        Assert.True(members.IndexOf("sections") < members.IndexOf("opinion"));
        Assert.True(members.IndexOf("opinion") < members.IndexOf("conversation"));
        Assert.True(members.IndexOf("conversation") < members.IndexOf("names"));
    }

    [Fact]
    public void Conversation_holds_what_either_side_sent_and_what_could_not_be_opened_has_no_text()
    {
        var copy = Write(withNames: false);
        var lines = copy.GetProperty("conversation").EnumerateArray().Select(line => (line.GetProperty("from").GetString(), line.GetProperty("text").GetString())).ToList();
        Assert.Equal([("writer", null)], lines);
        Assert.Equal("eerste-blik (Utrecht)", copy.GetProperty("stage").GetString());
    }

    [Fact]
    public void Name_of_the_file_tells_nothing() => Assert.Equal("signaal-00000001.json", SignalExporter.FileName(given.Id));

    private JsonElement Write(bool withNames, bool names = true)
    {
        var layout = new SignalLayout(
            "signaal", given.Document.WrittenAt, ["Utrecht"], [new("s2", "Feiten", [])], new("mening", "Mening", [new("s5", "Zorg", [], "Ik denk.")]), names ? Names : null, [], false);
        var followUp = given.FollowUp("Nog iets.");
        var signal = new OpenedSignal(given.Seal(stage: "eerste-blik", followUps: [followUp]), given.Document, [], [new(followUp, null)], false);
        using var read = JsonDocument.Parse(exporter.Write(signal, layout, Case.Bundle.Municipalities.Single(), withNames));
        return read.RootElement.Clone();
    }
}
