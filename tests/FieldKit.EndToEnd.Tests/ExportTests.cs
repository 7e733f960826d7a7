using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>A readable copy of a signal leaves the desk: with the names only when somebody said why they are open, and not without it being noted.</summary>
public sealed class ExportTests(SiteFixture fixture) : OwnSiteTests(fixture)
{
    private const string Fact = "Vroeg drie keer of hij \"mee\" mocht doen. <script>alert(1)</script>";
    private const string Writer = "Meesterlijk Wilgenroosje";
    private const string About = "Koolmees van het Plein";
    private const string Advice = "Praat met hem, ook over wat goed gaat.";

    [Fact]
    public async Task Copy_holds_what_the_desk_reads_and_the_names_only_when_their_page_is_open()
    {
        await SentAsync(Fact, (Writer, About));
        var member = new DeskMember(await Office.OpenAsync(width: 1366, height: 768), Site.Address);
        await member.SignInAsync(Site.Staff);
        await member.OpenFirstAsync();
        await member.AnswerAsync("eerste-blik", Advice);

        var copy = await KeepAsync(member);
        Assert.Equal("fieldkit-signal-1", copy.GetProperty("format").GetString());
        Assert.Equal("De gemeente kijkt ernaar", copy.GetProperty("stage").GetString());
        var text = copy.ToString();
        Assert.Contains(JsonSerializer.Serialize(Fact, Relaxed), text, StringComparison.Ordinal);
        Assert.Contains(Advice, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Writer, text, StringComparison.Ordinal);
        Assert.DoesNotContain(About, text, StringComparison.Ordinal);
        Assert.Equal((JsonValueKind.Null, true), (copy.GetProperty("names").ValueKind, copy.GetProperty("namesLeftOut").GetBoolean()));

        // On paper: facts and conversation, not the bar, the inbox or what is typed; the names are not there, which is said.
        await member.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(member.Test("signal-fact").First).ToBeVisibleAsync();
        await Expect(member.Test("earlier-answer")).ToBeVisibleAsync();
        await Expect(member.Page.GetByText("Het naamblad zit niet bij deze afdruk.")).ToBeVisibleAsync();
        foreach (var hidden in new[] { "advice", "open-names", "export-file", "desk-lock", "inbox-item", "let-go" })
        {
            await Expect(member.Test(hidden).Filter(new() { Visible = true })).ToHaveCountAsync(0);
        }

        await member.Page.EmulateMediaAsync(new() { Media = Media.Screen });

        await Expect(member.Test("export-names")).ToContainTextAsync("gaat niet mee");
        await member.Test("name-reason-help").ClickAsync();
        await member.Test("open-names").ClickAsync();
        await Expect(member.Test("export-names")).ToContainTextAsync("gaat mee");
        var whole = await KeepAsync(member);
        Assert.Contains(Writer, whole.GetProperty("names").ToString(), StringComparison.Ordinal);
        Assert.Contains(About, whole.GetProperty("names").ToString(), StringComparison.Ordinal);
        Assert.False(whole.GetProperty("namesLeftOut").GetBoolean());

        // Last, so that it can be taken off.
        await member.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var names = await member.Test("name-page").BoundingBoxAsync();
        var talk = await member.Test("earlier-answer").BoundingBoxAsync();
        Assert.True(names!.Y > talk!.Y + talk.Height);
        await member.Page.EmulateMediaAsync(new() { Media = Media.Screen });

        // What cannot be noted is not made.
        await Office.SetOfflineAsync(true);
        await member.Test("export-file").ClickAsync();
        await Expect(member.Test("export-refusal")).ToBeVisibleAsync();
        await member.Test("close-names").ClickAsync();
        await Expect(member.Test("export-names")).ToContainTextAsync("gaat niet mee");
    }

    private static JsonSerializerOptions Relaxed { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static async Task<JsonElement> KeepAsync(DeskMember member)
    {
        var download = await member.Page.RunAndWaitForDownloadAsync(() => member.Test("export-file").ClickAsync());
        Assert.Matches("^signaal-[0-9a-f]{8}\\.json$", download.SuggestedFilename);
        await using var file = await download.CreateReadStreamAsync();
        using var read = await JsonDocument.ParseAsync(file);
        return read.RootElement.Clone();
    }
}
