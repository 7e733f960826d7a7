using System.Text;
using FieldKit.Device.Outbox;
using FieldKit.Device.Store;
using FieldKit.Device.Unsent;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Unsent;

/// <summary>What is unsent goes to another device in a file: nothing is lost, and nothing arrives twice.</summary>
public sealed class UnsentTests : DeviceTest
{
    private const string Passphrase = "vier losse woorden samen";
    private const string Canary = "zonnebloemkwartet";

    private readonly TemporaryFolder elsewhere = new();
    private NativeDevice? other;

    [Fact]
    public async Task A_draft_comes_in_as_a_draft_with_its_form_and_is_sealed_there()
    {
        await Device.EnrolAsync(Point);
        var draft = await DraftAsync(Canary);
        var to = await OtherAsync();

        var outcome = await MoveAsync(to);

        Assert.Equal((1, 0, 0, 0), (outcome.Drafts, outcome.Beside, outcome.Sealed, outcome.Known));
        var arrived = (await to.Drafts.ListAsync()).Single();
        Assert.Equal((draft, Canary), (arrived.Id, arrived.Answers["s2_wat"].Text));
        Assert.NotNull(await to.Drafts.FormAsync(arrived.Form, arrived.FormVersion));
        await to.Outbox.SealAsync(arrived, SmallForm.Definition, SmallForm.Document(arrived));
        await to.Sync.RunOnceAsync();
        Assert.Equal(Canary, Point.Open(draft).Answers["s2_wat"].Text);
    }

    [Fact]
    public async Task The_same_draft_sent_from_both_arrives_once_and_the_second_is_told()
    {
        await Device.EnrolAsync(Point);
        var id = await DraftAsync(Canary);
        var to = await OtherAsync();
        await MoveAsync(to);
        foreach (var device in new[] { to, Device })
        {
            var draft = (await device.Drafts.ReadAsync(id))!;
            await device.Outbox.SealAsync(draft, SmallForm.Definition, SmallForm.Document(draft));
            await device.Sync.RunOnceAsync();
        }

        Assert.Single(Point.Stored);
        Assert.Equal(SignalState.Received, (await to.Signals.ReadAsync(id))!.State);
        Assert.Equal("conflict", (await Device.Signals.ReadAsync(id))!.Refusal);
    }

    [Fact]
    public async Task A_draft_that_is_here_with_other_words_stays_and_the_other_stands_beside_it()
    {
        await Device.EnrolAsync(Point);
        await DraftAsync("eerst");
        var file = await FileAsync();
        var mine = (await Device.Drafts.ListAsync()).Single();
        mine.Answers["s2_wat"] = new([], "daarna");
        await Device.Drafts.SaveAsync(mine);

        var outcome = await Device.Import.RunAsync(file, Passphrase);
        var again = await Device.Import.RunAsync(file, Passphrase);

        Assert.Equal((1, 1), (outcome.Drafts, outcome.Beside));
        Assert.Equal((0, 1), (again.Drafts, again.Known));
        Assert.Equal(["daarna", "eerst"], (await Device.Drafts.ListAsync()).Select(draft => draft.Answers["s2_wat"].Text).Order());
    }

    [Fact]
    public async Task What_was_sent_from_here_meanwhile_does_not_come_back()
    {
        await Device.EnrolAsync(Point);
        var id = await DraftAsync(Canary);
        var file = await FileAsync();
        var draft = (await Device.Drafts.ReadAsync(id))!;
        await Device.Outbox.SealAsync(draft, SmallForm.Definition, SmallForm.Document(draft));
        await Device.Sync.RunOnceAsync();

        var outcome = await Device.Import.RunAsync(file, Passphrase);

        Assert.Equal((0, 1), (outcome.Drafts, outcome.Known));
        Assert.Empty(await Device.Drafts.ListAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sealed_signal_handed_in_by_both_devices_arrives_once(bool otherFirst)
    {
        await Device.EnrolAsync(Point);
        var id = await Device.WriteAndSealAsync(Canary);
        var to = await OtherAsync();
        var outcome = await MoveAsync(to);
        Assert.Equal((0, 1), (outcome.Drafts, outcome.Sealed));
        Assert.Equal(1, await to.Outbox.WaitingCountAsync());

        foreach (var device in otherFirst ? new[] { to, Device } : [Device, to])
        {
            await device.Sync.RunOnceAsync();
            Assert.Equal(0, await device.Outbox.WaitingCountAsync());
        }

        Assert.Single(Point.Stored);
        Assert.Equal(Canary, Point.Open(id).Answers["s2_wat"].Text);
        Assert.Equal(SignalState.Received, (await Device.Signals.ReadAsync(id))!.State);
    }

    [Fact]
    public async Task A_device_that_was_never_linked_hands_in_too()
    {
        await Device.EnrolAsync(Point);
        await Device.WriteAndSealAsync();
        var to = await OtherAsync(enrolled: false);
        await MoveAsync(to);

        Assert.Equal(1, (await to.Sync.RunOnceAsync()).Received);
        Assert.Single(Point.Stored);
    }

    [Fact]
    public async Task An_answer_meant_for_the_first_device_is_not_taken_from_it()
    {
        await Device.EnrolAsync(Point);
        var first = await Device.WriteAndSealAsync();
        await Device.Sync.RunOnceAsync();
        await Device.WriteAndSealAsync(Canary);
        var to = await OtherAsync(enrolled: false);
        await MoveAsync(to);
        Point.SendAnswer(first, "eerste-blik", "Dank je.");

        await to.Sync.RunOnceAsync();

        Assert.Equal(0, Point.Exchanges[^1].Request.Cursor);
        Assert.Equal(0, await to.Signals.UnreadAsync());
        await Device.Sync.RunOnceAsync();
        Assert.Equal("Dank je.", (await Device.Signals.ReadAsync(first))!.Answers.Single().Text);
    }

    [Fact]
    public async Task Taken_back_on_the_first_device_it_is_withdrawn_wherever_it_is_handed_in()
    {
        await Device.EnrolAsync(Point);
        var id = await Device.WriteAndSealAsync();
        var to = await OtherAsync();
        await MoveAsync(to);
        await Device.TakeBack.RunAsync((await Device.Signals.ReadAsync(id))!);

        await to.Sync.RunOnceAsync();
        await Device.Sync.RunOnceAsync();

        Assert.Equal([(id, "signal", null), (Point.Stored[1].Header.Id, "withdrawal", id)],
            Point.Stored.Select(stored => (stored.Header.Id, stored.Header.Kind, stored.Header.About)));
    }

    public static TheoryData<string> Trouble => [nameof(Misbehaviours.LoseRequest), nameof(Misbehaviours.LoseAnswer), nameof(Misbehaviours.CutOff), nameof(Misbehaviours.ForgedReceipt)];

    [Theory]
    [MemberData(nameof(Trouble))]
    public async Task Until_a_true_receipt_came_it_waits_there_and_arrives_once(string trouble)
    {
        await Device.EnrolAsync(Point);
        await Device.WriteAndSealAsync();
        var to = await OtherAsync(enrolled: false);
        await MoveAsync(to);
        Point.Script((Misbehaviour)typeof(Misbehaviours).GetProperty(trouble)!.GetValue(null)!);

        await to.Sync.RunOnceAsync();
        Assert.Equal(1, await to.Outbox.WaitingCountAsync());
        await to.Sync.RunOnceAsync();
        Assert.Equal(0, await to.Outbox.WaitingCountAsync());
        Assert.Single(Point.Stored);
    }

    [Fact]
    public async Task A_refused_one_is_kept_and_holds_up_nothing()
    {
        await Device.EnrolAsync(Point);
        await Device.WriteAndSealAsync();
        var to = await OtherAsync(enrolled: false);
        await MoveAsync(to);
        Point.Script((point, exchange) => point.Answer(exchange, _ => "form-unknown").ToFrame());

        await to.Sync.RunOnceAsync();

        Assert.Equal((0, 1), (await to.Courier.WaitingCountAsync(), await to.Courier.RefusedCountAsync()));
    }

    [Fact]
    public async Task What_was_being_written_about_a_signal_elsewhere_is_given_to_read()
    {
        await Device.EnrolAsync(Point);
        var id = await Device.WriteAndSealAsync();
        await Device.Sync.RunOnceAsync();
        var note = await Device.FollowUps.DraftAsync(id, withdraws: false);
        note.Text = Canary;
        await Device.FollowUps.SaveAsync(note);

        Assert.Equal([Canary], (await MoveAsync(await OtherAsync())).Loose);
        Assert.Equal(1, (await Device.Import.RunAsync(await FileAsync(), Passphrase)).Known);
    }

    [Fact]
    public async Task Nothing_in_the_file_can_be_read_and_its_length_says_little()
    {
        await Device.EnrolAsync(Point);
        var draft = (await Device.Drafts.ReadAsync(await DraftAsync(Canary)))!;
        var text = Encoding.Latin1.GetString(await FileAsync());
        Assert.StartsWith("fieldkit-unsent-1\n{\"stretching\":", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
        Assert.DoesNotContain("utrecht", text, StringComparison.Ordinal);
        Assert.NotEqual(await FileAsync(), await FileAsync());

        var lengths = new HashSet<int>();
        for (var letters = 1; letters <= 40; letters++)
        {
            draft.Answers["s2_wat"] = new([], $"{Canary}{new string('x', letters)}");
            await Device.Drafts.SaveAsync(draft);
            lengths.Add((await FileAsync()).Length);
        }

        Assert.InRange(lengths.Count, 1, 3);
    }

    [Fact]
    public async Task Another_passphrase_or_file_changes_nothing_and_each_is_told_apart()
    {
        await Device.EnrolAsync(Point);
        await DraftAsync(Canary);
        await Device.WriteAndSealAsync();
        var file = await FileAsync();
        var to = await OtherAsync();
        var before = await CountsAsync(to);

        await RefusedAsync(FileProblem.Passphrase, file, "vier andere woorden samen");
        await RefusedAsync(FileProblem.Other, []);
        await RefusedAsync(FileProblem.Other, "Een gewone brief."u8.ToArray());
        await RefusedAsync(FileProblem.Newer, [.. "fieldkit-unsent-2\n"u8, .. file[18..]]);
        foreach (var length in new[] { 18, 40, 200, file.Length / 2, file.Length - 1 })
        {
            await RefusedAsync(FileProblem.Cut, file[..length]);
        }

        await RefusedAsync(FileProblem.Damaged, [.. file, 0]);
        foreach (var place in Enumerable.Range(0, 40).Select(step => 200 + (step * (file.Length - 200) / 40)))
        {
            byte[] altered = [.. file];
            altered[place] ^= 1;
            await RefusedAsync(FileProblem.Damaged, altered);
        }

        Assert.Equal(before, await CountsAsync(to));

        async Task RefusedAsync(FileProblem problem, byte[] bytes, string passphrase = Passphrase)
        {
            var failure = await Assert.ThrowsAsync<UnsentFileException>(() => to.Import.RunAsync(bytes, passphrase).AsTask());
            Assert.Equal(problem, failure.Problem);
        }
    }

    [Fact]
    public async Task A_file_that_asks_for_too_much_work_is_refused_before_any_is_done()
    {
        var file = Encoding.ASCII.GetBytes(
            "fieldkit-unsent-1\n{\"stretching\":{\"kdf\":\"pbkdf2-sha512\",\"iterations\":2000000000,\"memoryKiB\":0,\"parallelism\":0,\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA==\"},\"length\":600}\n");
        var failure = await Assert.ThrowsAsync<UnsentFileException>(() => Device.Import.RunAsync([.. file, .. new byte[632]], Passphrase).AsTask());
        Assert.Equal(FileProblem.Damaged, failure.Problem);
    }

    [Fact]
    public async Task When_the_disk_is_full_nothing_of_it_comes_in()
    {
        await Device.EnrolAsync(Point);
        await DraftAsync(Canary);
        await Device.WriteAndSealAsync();
        FaultyRecordStore? faulty = null;
        using var to = new NativeDevice(elsewhere.File("full.db"), Point, Time, store => faulty = new(store));
        await to.EnrolAsync(Point);
        faulty!.FailBeforeNextCommit = true;
        var file = await FileAsync();

        await Assert.ThrowsAsync<StoreFullException>(() => to.Import.RunAsync(file, Passphrase).AsTask());
        Assert.Equal((0, 0), await CountsAsync(to));
        await to.Import.RunAsync(file, Passphrase);
        Assert.Equal((1, 1), await CountsAsync(to));
    }

    public override void Dispose()
    {
        other?.Dispose();
        elsewhere.Dispose();
        base.Dispose();
    }

    private static async Task<(int Drafts, int Waiting)> CountsAsync(NativeDevice device) =>
        (await device.Store.CountAsync("drafts"), await device.Outbox.WaitingCountAsync());

    private async Task<Guid> DraftAsync(string text)
    {
        var draft = await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        draft.Answers["s2_wat"] = new([], text);
        await Device.Drafts.SaveAsync(draft);
        return draft.Id;
    }

    private async Task<byte[]> FileAsync() => (await Device.Export.WriteAsync(Passphrase)).File;

    private async Task<UnsentOutcome> MoveAsync(NativeDevice to) => await to.Import.RunAsync(await FileAsync(), Passphrase);

    private async Task<NativeDevice> OtherAsync(bool enrolled = true)
    {
        other = new(elsewhere.File("other.db"), Point, Time);
        if (enrolled)
        {
            await other.EnrolAsync(Point);
        }
        else
        {
            await other.Keys.CreateAsync(NativeDevice.Pin);
        }

        return other;
    }
}
