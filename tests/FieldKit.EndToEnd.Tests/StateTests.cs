using FieldKit.EndToEnd.Tests.Access;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>How things stand, for each as far as they may know; and an editor who puts another edition in use without a command line.</summary>
public sealed class StateTests(SiteFixture fixture) : OwnSiteTests(fixture)
{
    [Fact]
    public async Task Reader_sees_what_waits_and_an_administrator_the_reporting_point_too()
    {
        await SentAsync("De scooter stond er weer.");
        var reader = new DeskMember(await NewProfile().OpenAsync(width: 1366, height: 768), Site.Address);
        await reader.SignInAsync(Site.Staff.Second);
        await reader.Test("desk-administration").ClickAsync();
        await reader.Test("to-state").ClickAsync();
        await Expect(reader.Test("work-unopened")).ToContainTextAsync("1 · het oudste wacht");
        await Expect(reader.Test("work-answer")).ToContainTextAsync("nog geen antwoorden");
        await Expect(reader.Test("work-stage").First).ToContainTextAsync("Ontvangen");
        await Expect(reader.Test("policy-stage").First).ToContainTextAsync("niet vanzelf");
        await Expect(reader.Test("system")).ToHaveCountAsync(0);
        await Expect(reader.Page.Locator("#publish-title")).ToHaveCountAsync(0);
        await Judge.HoldAsync(reader.Page, "how things stand, for a reader");

        var administrator = await WithoutKeyAsync(Site.Staff.Administrator, Site.Staff.AdministratorPassword);
        await administrator.Test("to-state").ClickAsync();
        await Expect(administrator.Test("system-database")).ToHaveTextAsync("SQLite, in de gegevensmap");
        await Expect(administrator.Test("work-unopened")).ToContainTextAsync("1");
        await Expect(administrator.Test("system-clock")).ToHaveCountAsync(0);
        await Judge.HoldAsync(administrator.Page, "how things stand, for an administrator");
    }

    [Fact]
    public async Task Editor_puts_a_signed_edition_in_use_and_is_told_of_what_is_none()
    {
        var folder = Directory.CreateTempSubdirectory("fieldkit-edition-");
        try
        {
            var editor = await WithoutKeyAsync(Site.Staff.Editor, Site.Staff.EditorPassword);
            await editor.Test("to-state").ClickAsync();
            await Expect(editor.Test("content-edition")).ToHaveTextAsync("1");
            await Expect(editor.Test("work")).ToHaveCountAsync(0);
            await Expect(editor.Test("system")).ToHaveCountAsync(0);

            // Chromium says nothing of a file with the name that was chosen before: each has its own.
            var other = Path.Combine(folder.FullName, "iets-anders.fkc");
            await File.WriteAllTextAsync(other, "<script>geen inhoud</script>");
            await ChooseAsync(editor, other);
            await Expect(editor.Test("publish-refusal")).ToContainTextAsync("geen getekende inhoud");
            await Expect(editor.Test("publish-ask")).ToHaveCountAsync(0);

            await PublishAsync(editor, await SignedAsync(folder, 1));
            await Expect(editor.Test("publish-refusal")).ToContainTextAsync("met dit nummer of een hoger");
            await Expect(editor.Test("content-edition")).ToHaveTextAsync("1");

            await PublishAsync(editor, await SignedAsync(folder, 2));
            await Expect(editor.Test("publish-said")).ToContainTextAsync("Uitgave 2 is in gebruik");
            await Expect(editor.Test("content-edition")).ToHaveTextAsync("2");
            await Judge.HoldAsync(editor.Page, "how things stand, for an editor");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task PublishAsync(DeskMember editor, string file)
    {
        await ChooseAsync(editor, file);
        await editor.Test("publish-ask").ClickAsync();
        await editor.Test("publish-do").ClickAsync();
    }

    private static Task ChooseAsync(DeskMember editor, string file) => editor.Test("publish-file").SetInputFilesAsync(file);

    private async Task<string> SignedAsync(DirectoryInfo folder, int sequence)
    {
        var edition = Path.Combine(folder.FullName, $"inhoud-{sequence}.fkc");
        await Site.RunToolAsync("content", "build", "--content", RepositoryRoot.Of("content"), "--out", edition);
        await Site.RunToolAsync("content", "sign", edition, "--key", Path.Combine(Site.DataFolder, "signing.key"), "--sequence", $"{sequence}");
        return edition;
    }
}
