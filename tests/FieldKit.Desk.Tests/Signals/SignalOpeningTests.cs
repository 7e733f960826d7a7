using FieldKit.Crypto;
using FieldKit.Desk.Signals;
using FieldKit.Desk.Tests.Setting;
using FieldKit.Protocol;

namespace FieldKit.Desk.Tests.Signals;

public sealed class SignalOpeningTests : IDisposable
{
    private readonly Case given = new();

    public void Dispose() => given.Dispose();

    [Fact]
    public async Task A_signal_opens_and_reads() =>
        Assert.Equal("Riep drie keer iets.", (await OpenAsync(given.Seal()))!.Document!.Answers["s2_wat"].Text);

    [Fact]
    public async Task Another_writer_is_refused()
    {
        using var stranger = KeyPair.Generate();
        Assert.Null((await OpenAsync(given.Seal(writer: stranger))).Document);
    }

    [Fact]
    public async Task An_altered_byte_is_refused()
    {
        var signal = given.Seal();
        signal.Sealed[^1] ^= 1;
        Assert.Null((await OpenAsync(signal)).Document);
    }

    [Fact]
    public async Task An_altered_header_is_refused()
    {
        var signal = given.Seal();
        Assert.Null((await OpenAsync(signal with { Header = signal.Header with { FormVersion = 4 } })).Document);
    }

    [Fact]
    public async Task Another_municipality_is_refused() =>
        Assert.Null((await new SignalOpening(new NativeDeskKeys(given.Epoch)).OpenAsync(given.Seal(), "arnhem")).Document);

    [Fact]
    public async Task An_inside_that_contradicts_the_outside_is_refused() =>
        Assert.Null((await OpenAsync(given.Seal(given.Document with { Id = Guid.NewGuid() }))).Document);

    [Fact]
    public async Task An_earlier_answer_is_read_back_and_a_broken_one_does_not_hide_the_rest()
    {
        var keys = new NativeDeskKeys(given.Epoch);
        var stage = Case.Bundle.Municipalities[0].Stage("eerste-blik")!;
        var sent = await new AnswerSealing(keys, new FakeClock()).SealAsync(given.Seal(), stage, "Houd contact.");
        var good = new SentAnswer(sent.Id, sent.Stage, DateTimeOffset.UnixEpoch, sent.Epoch, sent.SealedForDesk);
        var opened = await OpenAsync(given.Seal(answers: [good, good with { Id = Guid.NewGuid() }]));
        Assert.Equal("Houd contact.", opened.Answers[0].Document!.Text);
        Assert.Null(opened.Answers[1].Document);
        Assert.NotNull(opened.Document);
    }

    private Task<OpenedSignal> OpenAsync(SealedSignal signal) => new SignalOpening(new NativeDeskKeys(given.Epoch)).OpenAsync(signal, "utrecht");
}
