using FieldKit.Device.Outbox;
using FieldKit.Domain;
using FieldKit.Domain.Languages;
using FieldKit.Presentation.Signals;
using FieldKit.Protocol;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Signals;

public sealed class TimelineTests : IAsyncLifetime
{
    private readonly LinkableDevice linkable = new();
    private Guid id;

    public async Task InitializeAsync()
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        id = await linkable.Device.WriteAndSealAsync();
    }

    public Task DisposeAsync()
    {
        linkable.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Sealed_and_not_sent_waits_to_be_received() =>
        Assert.Equal([TimelineKind.Sealed, TimelineKind.Expected], await KindsAsync());

    [Fact]
    public async Task A_forged_receipt_shows_nothing_as_received()
    {
        linkable.Point.Script(Misbehaviours.ForgedReceipt);
        await linkable.Device.Sync.RunOnceAsync();

        Assert.Equal([TimelineKind.Sealed, TimelineKind.Expected], await KindsAsync());
    }

    [Fact]
    public async Task A_verified_receipt_shows_received()
    {
        await linkable.Device.Sync.RunOnceAsync();

        Assert.Equal([TimelineKind.Sealed, TimelineKind.Received, TimelineKind.Expected], await KindsAsync());
    }

    [Fact]
    public async Task An_answer_shows_the_stage_in_the_municipalitys_words_and_its_text()
    {
        await linkable.Device.Sync.RunOnceAsync();
        linkable.Point.SendAnswer(id, "eerste-blik", "Houd het contact.");
        await linkable.Device.Sync.RunOnceAsync();

        var last = (await StepsAsync())[^1];

        Assert.Equal((TimelineKind.Stage, "Eerste blik", "Houd het contact."), (last.Kind, last.Stage!.In("nl"), last.Text));
    }

    [Fact]
    public async Task What_goes_with_an_advice_leads_to_what_this_content_has_of_it()
    {
        await linkable.Device.Sync.RunOnceAsync();
        linkable.Point.SendAnswer(id, "eerste-blik", "Houd het contact.", links: new(["G15", "G99"], ["T99", "T01"]));
        await linkable.Device.Sync.RunOnceAsync();
        var bundle = new ContentBundle(
            new(2026, 11, 20), [], [new("G15", new LocalText("Zorg bespreken"), new LocalText("wie"), new LocalText("waarom"), [], [], [], new(2026, 11, 20))], [], [], []);

        var places = AdvicePlace.Of((await StepsAsync())[^1].Links!, bundle);

        var place = Assert.Single(places);
        Assert.Equal(("/gesprek/G15", "Zorg bespreken"), (place.Address, place.Title.In("nl")));
    }

    [Fact]
    public async Task A_refused_signal_says_so_and_awaits_nothing()
    {
        linkable.Point.Script(Misbehaviours.RefuseItem(id, Refusals.FormUnknown));
        await linkable.Device.Sync.RunOnceAsync();

        Assert.Equal([TimelineKind.Sealed, TimelineKind.Refused], await KindsAsync());
    }

    private async Task<IReadOnlyList<TimelineStep>> StepsAsync() => Timeline.Of((await linkable.Device.Signals.ReadAsync(id))!);

    private async Task<IEnumerable<TimelineKind>> KindsAsync() => (await StepsAsync()).Select(step => step.Kind);
}
