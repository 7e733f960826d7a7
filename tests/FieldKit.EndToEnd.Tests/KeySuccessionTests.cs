using FieldKit.EndToEnd.Tests.Access;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>A colleague who has the key leaves, and the municipality's key is turned over.</summary>
[Collection(SiteCollection.Name)]
public sealed class KeySuccessionTests(SiteFixture fixture) : IAsyncLifetime
{
    private readonly BrowserProfile phone = new(fixture.Playwright);
    private readonly BrowserProfile office = new(fixture.Playwright);
    private RunningSite site = null!;

    public async Task InitializeAsync()
    {
        SetDefaultExpectTimeout(60_000);
        site = await RunningSite.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await phone.DisposeAsync();
        await office.DisposeAsync();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task Telephone_seals_to_the_new_key_by_itself_and_who_is_left_reads_what_both_keys_sealed()
    {
        var worker = new FieldWorker(await phone.OpenAsync(), site.Address);
        await worker.OpenAsync();
        await worker.EnrolAsync(site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        await SendAsync(worker, "De scooter stond er weer.");
        var holder = new DeskMember(await office.OpenAsync(width: 1366, height: 768), site.Address);
        await holder.SignInAsync(site.Staff);
        await holder.Test("desk-administration").ClickAsync();
        await holder.Page.Locator($"[data-testid=deed-remove][aria-label$=': {site.Staff.Weigher}']").ClickAsync();
        await holder.Test("field-deed-secret").FillAsync(site.Staff.Password);
        await holder.Test("deed-do").ClickAsync();
        await Expect(holder.Test("keys-removed")).ToContainTextAsync(site.Staff.Weigher);
        await Judge.HoldAsync(holder.Page, "somebody who had the key is gone");

        await holder.Test("keys-begin").ClickAsync();
        await Expect(holder.Page.Locator("#turning-title")).ToBeFocusedAsync();
        await holder.Test("field-turning-password").FillAsync(site.Staff.Password);
        await holder.Test("field-turning-passphrase").FillAsync("een andere wachtzin");
        await holder.Test("turning-do").ClickAsync();
        await Expect(holder.Test("turning-refusal")).ToBeVisibleAsync();
        await Judge.HoldAsync(holder.Page, "the sheet was not compared");
        await holder.Test("keys-recovery").CheckAsync();
        await holder.Test("turning-do").ClickAsync();
        await Expect(holder.Test("field-turning-passphrase")).ToHaveValueAsync("");
        await Expect(holder.Test("turning-refusal")).ToBeVisibleAsync();
        await holder.Test("field-turning-password").FillAsync(site.Staff.Password);
        await holder.Test("field-turning-passphrase").FillAsync(site.Staff.Passphrase);
        await holder.Test("turning-do").ClickAsync();
        await Expect(holder.Test("turning")).ToHaveCountAsync(0);
        await Expect(holder.Test("keys-present")).ToContainTextAsync("2");
        await Expect(holder.Test("keys-removed")).ToHaveCountAsync(0);
        await Expect(holder.Test("keys-said")).ToContainTextAsync("2");
        await Judge.HoldAsync(holder.Page, "a new key");

        // The exchange of the first brings the key for the second; nobody does anything for it.
        await SendAsync(worker, "Nu stonden er twee.");
        await SendAsync(worker, "En daarna drie.");

        await holder.Test("desk-inbox").ClickAsync();
        var read = await holder.ReadAllAsync();
        Assert.All(new[] { "De scooter stond er weer.", "Nu stonden er twee.", "En daarna drie." }, fact => Assert.Single(read, text => text.Contains(fact, StringComparison.Ordinal)));
        Assert.Equal([1, 1, 2], await EpochsAsync());
    }

    private static async Task SendAsync(FieldWorker worker, string fact)
    {
        await worker.Page.Locator("nav a[href$='signalen']").Last.ClickAsync();
        await worker.Test("new-signal").ClickAsync();
        await worker.WriteSignalAsync(fact);
        await worker.Test("seal").ClickAsync();
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received");
    }

    private async Task<List<int>> EpochsAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(site.DataFolder, "reportingpoint.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT epoch FROM envelopes ORDER BY sequence";
        await using var rows = await command.ExecuteReaderAsync();
        var epochs = new List<int>();
        while (await rows.ReadAsync())
        {
            epochs.Add(rows.GetInt32(0));
        }

        return epochs;
    }
}
