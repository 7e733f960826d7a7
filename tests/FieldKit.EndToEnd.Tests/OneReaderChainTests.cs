using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>
/// A signal through the whole chain of a municipality where no source has a weegploeg: each step in that municipality's own words, at the
/// desk and with whoever wrote the signal.
/// </summary>
public abstract class OneReaderChainTests(SiteFixture fixture) : OwnSiteTests(fixture)
{
    /// <summary>Of each step: the stage, what the municipality calls it, and what is written with it.</summary>
    private protected abstract IReadOnlyList<(string Stage, string Name, string Advice)> Steps { get; }

    [Fact]
    public async Task Signal_goes_through_the_whole_chain_and_its_writer_reads_each_step_in_the_words_of_the_municipality()
    {
        var worker = await SentAsync();
        var member = new DeskMember(await Office.OpenAsync(width: 1366, height: 768), Site.Address);
        await member.SignInAsync(Site.Staff);
        await member.OpenFirstAsync();
        foreach (var (stage, name, advice) in Steps)
        {
            await Expect(member.Test($"stage-next-{stage}")).ToBeVisibleAsync();
            await Expect(member.Test("decide")).ToHaveCountAsync(0);
            await member.AnswerAsync(stage, advice);
            await Expect(member.Test("stage-stay")).ToContainTextAsync(name);
        }

        await Expect(member.Test("kept-until")).ToContainTextAsync("Wordt gewist vanaf ");
        await Expect(member.Page.Locator("[data-testid^=stage-next-]")).ToHaveCountAsync(0);

        await worker.OpenAsync("signalen");
        await worker.UnlockAsync();
        await worker.Test("signal").ClickAsync();
        foreach (var (_, name, advice) in Steps)
        {
            await Expect(worker.Test("timeline")).ToContainTextAsync(name);
            await Expect(worker.Page.Locator("main")).ToContainTextAsync(advice);
        }
    }
}

/// <summary>facts.md B1.</summary>
public sealed class UtrechtChainTests(SiteFixture fixture) : OneReaderChainTests(fixture)
{
    private protected override IReadOnlyList<(string Stage, string Name, string Advice)> Steps =>
    [
        ("eerste-blik", "De gemeente kijkt ernaar", "We zoeken uit wat er speelt."),
        ("casusoverleg", "Besproken in het casusoverleg", "We bespreken het met partners."),
        ("advies", "Advies voor jou", "Blijf met hem praten, ook over wat goed gaat."),
        ("andere-hulp", "Gewone hulp past beter", "Het buurtteam belt hem."),
        ("terug-naar-wijk", "Terug naar de wijk", "De wijk gaat ermee verder."),
        ("afgerond", "Afgerond", "Dank je wel."),
    ];
}

/// <summary>facts.md B2.</summary>
public sealed class ArnhemChainTests(SiteFixture fixture) : OneReaderChainTests(fixture)
{
    private protected override string Municipality => "arnhem";

    private protected override IReadOnlyList<(string Stage, string Name, string Advice)> Steps =>
    [
        ("signalen-besproken", "Besproken in het Veiligheidshuis", "We hebben het besproken."),
        ("uitgezocht", "Er wordt verder gekeken", "Een deskundige denkt mee."),
        ("casusoverleg", "In het casusoverleg", "We maken samen een plan."),
        ("hulp", "Er is hulp", "Iemand helpt hem met school."),
        ("afgerond", "Afgerond", "Dank je wel."),
    ];
}
