using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>A code that does not work gets a clear answer and changes nothing.</summary>
public sealed class EnrolmentTests(SiteFixture fixture) : OwnSiteTests(fixture)
{
    [Fact]
    public async Task Nonsense_is_not_a_code()
    {
        var worker = new FieldWorker(await Phone.OpenAsync(), Site.Address);
        await worker.EnterCodeAsync("dit is geen code");
        await Expect(worker.Test("enrol-problem")).ToBeVisibleAsync();
        await Expect(worker.Test("pin-new")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_code_with_another_fingerprint_or_used_before_enrols_nobody()
    {
        var worker = new FieldWorker(await Phone.OpenAsync(), Site.Address);
        await worker.EnrolAsync(WithOtherFingerprint(Site.EnrolmentCode));
        await Expect(worker.Test("enrol-problem")).ToBeVisibleAsync();
        await Expect(worker.Test("enrolled")).ToHaveCountAsync(0);

        var first = new FieldWorker(await NewProfile().OpenAsync(), Site.Address);
        await first.EnrolAsync(Site.EnrolmentCode);
        await first.Test("enrolled").WaitForAsync();

        await worker.EnrolAsync(Site.EnrolmentCode);
        await Expect(worker.Test("enrol-problem")).ToHaveAttributeAsync("data-code", "enrolment-code-used");
        await Expect(worker.Test("enrolled")).ToHaveCountAsync(0);
    }

    private static string WithOtherFingerprint(string code) => code[..^1] + (code[^1] == '0' ? '1' : '0');
}
