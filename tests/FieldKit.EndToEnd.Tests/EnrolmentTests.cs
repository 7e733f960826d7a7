using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>A code that does not work gets a clear answer and changes nothing.</summary>
[Collection(SiteCollection.Name)]
public sealed class EnrolmentTests(SiteFixture fixture) : IAsyncLifetime
{
    private readonly BrowserProfile phone = new(fixture.Playwright);
    private readonly BrowserProfile other = new(fixture.Playwright);
    private RunningSite site = null!;

    public async Task InitializeAsync() => site = await RunningSite.StartAsync();

    public async Task DisposeAsync()
    {
        await phone.DisposeAsync();
        await other.DisposeAsync();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task Nonsense_is_not_a_code()
    {
        var worker = new FieldWorker(await phone.OpenAsync(), site.Address);
        await worker.EnterCodeAsync("dit is geen code");
        await Expect(worker.Test("enrol-problem")).ToBeVisibleAsync();
        await Expect(worker.Test("pin-new")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_code_with_another_fingerprint_or_used_before_enrols_nobody()
    {
        var worker = new FieldWorker(await phone.OpenAsync(), site.Address);
        await worker.EnrolAsync(WithOtherFingerprint(site.EnrolmentCode));
        await Expect(worker.Test("enrol-problem")).ToBeVisibleAsync();
        await Expect(worker.Test("enrolled")).ToHaveCountAsync(0);

        var first = new FieldWorker(await other.OpenAsync(), site.Address);
        await first.EnrolAsync(site.EnrolmentCode);
        await first.Test("enrolled").WaitForAsync();

        await worker.EnrolAsync(site.EnrolmentCode);
        await Expect(worker.Test("enrol-problem")).ToHaveAttributeAsync("data-code", "enrolment-code-used");
        await Expect(worker.Test("enrolled")).ToHaveCountAsync(0);
    }

    private static string WithOtherFingerprint(string code) => code[..^1] + (code[^1] == '0' ? '1' : '0');
}
