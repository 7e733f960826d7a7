using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>
/// A word that nobody else uses stands in every text field of a full signal, in what is added to it later, in an own number and in the
/// search box. It is found nowhere: not in the browser's files, in any of its three states, not on the line, not at the reporting point.
/// </summary>
[Collection(SiteCollection.Name)]
public sealed partial class CanaryTests(SiteFixture fixture) : IAsyncLifetime
{
    /// <summary>The answers that make every text field show.</summary>
    private static readonly Dictionary<string, string> Answers = new(StringComparer.Ordinal)
    {
        ["s0_gevaar"] = "weet_niet",
        ["s0_thuis"] = "nee",
        ["s0_optreden"] = "nee",
        ["s0_route"] = "signaal",
        ["s6_besproken"] = "nee",
        ["s6_toestemming"] = "nee",
    };

    private readonly BrowserProfile phone = new(fixture.Playwright);
    private readonly ConcurrentBag<string> onTheLine = [];
    private readonly string canary = RandomWord();

    private RunningSite Site { get; set; } = null!;

    public async Task InitializeAsync() => Site = await RunningSite.StartAsync();

    public async Task DisposeAsync()
    {
        await phone.DisposeAsync();
        await Site.DisposeAsync();
    }

    [Fact]
    public async Task A_word_typed_in_every_field_is_found_nowhere_after_a_kill_a_lock_and_a_close()
    {
        // Written, and the browser dies in the middle.
        var worker = await OpenAsync();
        await worker.OpenAsync();
        await worker.WaitUntilInstalledAsync();
        await worker.EnrolAsync(Site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        await worker.Test("nav.signals").ClickAsync();
        await worker.Test("new-signal").ClickAsync();
        var filled = await FillEverySectionAsync(worker);
        Assert.Equal(TextFieldsOfTheForm(), filled);
        await Expect(worker.Page.Locator("main")).ToContainTextAsync(canary);
        await phone.KillAsync();
        NotInTheBrowser("with a draft, killed");

        // Sealed, delivered, added to; an own number kept; searched for; then locked.
        worker = await OpenAsync();
        await worker.OpenAsync("signalen");
        await worker.UnlockAsync();
        await worker.Test("draft-open").ClickAsync();
        await GoToReviewAsync(worker);
        await worker.Test("seal").ClickAsync();
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received");
        await worker.Test("follow-up").ClickAsync();
        await worker.Test("field-follow-up").FillAsync($"Nog iets. {canary}");
        await worker.Test("send-follow-up").ClickAsync();
        await Expect(worker.Page.Locator("[data-kind=own]")).ToHaveAttributeAsync("data-delivery", "received");
        await worker.Test("nav.call").ClickAsync();
        await worker.Test("own-fill-T08").ClickAsync();
        await worker.Test("field-own-phone").FillAsync("030-7654321");
        await worker.Test("field-own-name").FillAsync(canary);
        await worker.Test("field-own-note").FillAsync(canary);
        await worker.Test("own-save").ClickAsync();
        await Expect(worker.Page.GetByText(canary).First).ToBeVisibleAsync();
        await worker.OpenAsync("zoeken");
        await worker.Test("search").FillAsync(canary);
        await Expect(worker.Test("search-count")).Not.ToBeEmptyAsync();
        Assert.DoesNotContain(canary, worker.Page.Url + await worker.Page.TitleAsync(), StringComparison.Ordinal);
        await worker.OpenAsync("signalen");
        await worker.UnlockAsync();
        await worker.Test("signal").ClickAsync();
        await Expect(worker.Page.Locator("main")).ToContainTextAsync(canary);
        await worker.Test("nav.signals").ClickAsync();
        await worker.Test("lock").ClickAsync();
        await worker.Test("nav.signals").WaitForAsync();
        Assert.DoesNotContain(canary, await worker.Page.ContentAsync(), StringComparison.Ordinal);
        await phone.KillAsync();
        NotInTheBrowser("locked, then killed");

        // Opened once more, and closed as one should.
        worker = await OpenAsync();
        await worker.OpenAsync("signalen");
        await worker.UnlockAsync();
        await worker.Test("signal").ClickAsync();
        await Expect(worker.Page.Locator("main")).ToContainTextAsync(canary);
        await phone.CloseAsync();
        NotInTheBrowser("closed while open");
        await ProveTheSearchAsync();

        await Site.KillAsync();
        Assert.Empty(PlaintextSearch.FilesWith(Site.DataFolder, canary));
        Assert.DoesNotContain(canary, Site.Log, StringComparison.Ordinal);
        Assert.NotEmpty(onTheLine);
        Assert.DoesNotContain(onTheLine, sent => sent.Contains(canary, StringComparison.Ordinal));
        Assert.DoesNotContain(phone.ConsoleErrors, error => error.Contains(canary, StringComparison.Ordinal));
    }

    private async Task<FieldWorker> OpenAsync()
    {
        var page = await phone.OpenAsync();
        page.Context.Request += (_, request) =>
            onTheLine.Add($"{request.Url}\n{request.PostData}\n{(request.PostDataBuffer is { } body ? Encoding.Latin1.GetString(body) : "")}");
        return new(page, Site.Address);
    }

    /// <summary>What is kept in the clear on purpose is found: the search can fail.</summary>
    private async Task ProveTheSearchAsync()
    {
        var worker = await OpenAsync();
        await worker.OpenAsync();
        await worker.Page.EvaluateAsync("(word) => localStorage.setItem('in-the-clear', word)", canary);
        await phone.CloseAsync();
        Assert.NotEmpty(PlaintextSearch.FilesWith(phone.Folder, canary));
    }

    private void NotInTheBrowser(string state) =>
        Assert.True(PlaintextSearch.FilesWith(phone.Folder, canary) is [], $"{state}: {string.Join(", ", PlaintextSearch.FilesWith(phone.Folder, canary))}");

    /// <returns>The fields that text was typed in, in order.</returns>
    private async Task<IReadOnlyList<string>> FillEverySectionAsync(FieldWorker worker)
    {
        var filled = new SortedSet<string>(StringComparer.Ordinal);
        while (await worker.Test("seal").CountAsync() == 0)
        {
            await ChooseAllAsync(worker);
            foreach (var field in await VisibleTextFieldsAsync(worker))
            {
                await worker.WriteAsync(field, $"{field} {canary}");
                filled.Add(field);
            }

            // Text may have brought up another question.
            await ChooseAllAsync(worker);
            foreach (var field in (await VisibleTextFieldsAsync(worker)).Where(filled.Add))
            {
                await worker.WriteAsync(field, $"{field} {canary}");
            }

            await ForwardAsync(worker);
        }

        return [.. filled];
    }

    private static async Task GoToReviewAsync(FieldWorker worker)
    {
        while (await worker.Test("seal").CountAsync() == 0)
        {
            await ForwardAsync(worker);
        }
    }

    private static async Task ForwardAsync(FieldWorker worker)
    {
        var before = worker.Address;
        await worker.Test("form-next").ClickAsync();
        await Expect(worker.Page).Not.ToHaveURLAsync(new Regex(Regex.Escape(before) + "$"));
        await worker.Page.Locator("[data-testid=form-next], [data-testid=seal]").WaitForAsync();
    }

    // An answer may bring up the next question, so one at a time until none is open.
    private static async Task ChooseAllAsync(FieldWorker worker)
    {
        while (await FirstOpenQuestionAsync(worker) is { } option)
        {
            await worker.Test(option).CheckAsync();
        }
    }

    /// <summary>A chosen answer that is not given yet, or else the first option of a question without an answer.</summary>
    private static Task<string?> FirstOpenQuestionAsync(FieldWorker worker) => worker.Page.EvaluateAsync<string?>(
        """
        (wanted) => {
          const options = [...document.querySelectorAll('main [data-testid^=option-]')];
          const field = (option) => option.dataset.testid.slice(0, option.dataset.testid.lastIndexOf('-'));
          const answered = new Set(options.filter((option) => option.checked).map(field));
          const open = options.find((option) => wanted.includes(option.dataset.testid) && !option.checked)
            ?? options.find((option) => !answered.has(field(option)));
          return open?.dataset.testid ?? null;
        }
        """,
        Answers.Select(answer => $"option-{answer.Key}-{answer.Value}"));

    private static Task<string[]> VisibleTextFieldsAsync(FieldWorker worker) => worker.Page.EvaluateAsync<string[]>(
        "() => [...document.querySelectorAll('main [data-testid^=field-]')].map((field) => field.dataset.testid.slice('field-'.length))");

    // Only a field that takes text has a length.
    private static IEnumerable<string> TextFieldsOfTheForm()
    {
        var field = "";
        var fields = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(RepositoryRoot.Of("content", "forms", "signaal.yaml")))
        {
            if (FieldPattern().Match(line) is { Success: true } match)
            {
                field = match.Groups[1].Value;
            }
            else if (line.Contains("maximum_length:", StringComparison.Ordinal))
            {
                fields.Add(field);
            }
        }

        return fields;
    }

    private static string RandomWord() => new([.. Enumerable.Range(0, 20).Select(_ => (char)('a' + Random.Shared.Next(26)))]);

    [GeneratedRegex("^ +- id: (s[0-9]_[a-z_]+)$")]
    private static partial Regex FieldPattern();
}
