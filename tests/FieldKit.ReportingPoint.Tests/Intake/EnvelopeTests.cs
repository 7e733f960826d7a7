using System.Security.Cryptography;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Intake;

public sealed class EnvelopeTests : IDisposable
{
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Envelope_for_another_municipality_is_refused()
    {
        var teacher = await point.EnrolledAsync("arnhem");

        var answer = await teacher.ExchangeAsync(teacher.Seal("Ik zag iets.", municipality: "utrecht"));

        Expect.Refused(Refusals.OtherMunicipality, answer.Header.Outcomes.Single());
        Assert.Null(answer.Header.Receipt);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public async Task Unknown_form_version_is_refused(int version)
    {
        var worker = await point.EnrolledAsync();

        Expect.Refused(Refusals.FormUnknown, (await worker.ExchangeAsync(worker.Seal("Ik zag iets.", formVersion: version))).Header.Outcomes.Single());
    }

    [Fact]
    public async Task Form_version_that_was_published_once_stays_welcome()
    {
        var worker = await point.EnrolledAsync();
        point.Content = builtOn => SmallContent.WithFormVersion(builtOn, 2);
        point.Restart();

        var answer = await worker.ExchangeAsync(worker.Seal("oud concept", formVersion: 1), worker.Seal("nieuw", formVersion: 2));

        Assert.Equal([1, 2], answer.Header.Outcomes.Select(outcome => outcome.Sequence!.Value));
    }

    [Fact]
    public async Task Unknown_kind_epoch_or_id_is_refused()
    {
        var worker = await point.EnrolledAsync();
        var good = worker.Seal("Ik zag iets.");

        var answer = await worker.ExchangeAsync(
            good with { Header = good.Header with { Kind = "verslag" } },
            good with { Header = good.Header with { Epoch = 7 } },
            good with { Header = good.Header with { Id = Guid.Empty } });

        Assert.Equal([Refusals.KindUnknown, Refusals.EpochUnknown, Refusals.Malformed], answer.Header.Outcomes.Select(outcome => outcome.Refusal));
    }

    [Theory]
    [InlineData(0, Refusals.SealInvalid)]
    [InlineData(Limits.SealOverheadBytes, Refusals.SealInvalid)]
    [InlineData(Limits.SealedBytes + 1, Refusals.TooLarge)]
    public async Task Seal_of_an_impossible_length_is_refused(int length, string code)
    {
        var worker = await point.EnrolledAsync();
        var good = worker.Seal("Ik zag iets.");

        var answer = await worker.ExchangeAsync(new Envelope(good.Header with { Length = length }, new byte[length]));

        Expect.Refused(code, answer.Header.Outcomes.Single());
    }

    [Theory]
    [InlineData(Limits.SealOverheadBytes + 1)]
    [InlineData(Limits.SealedBytes)]
    public async Task Seal_of_the_smallest_and_largest_length_is_received(int length)
    {
        var worker = await point.EnrolledAsync();
        var good = worker.Seal("Ik zag iets.");

        var answer = await worker.ExchangeAsync(new Envelope(good.Header with { Length = length }, RandomNumberGenerator.GetBytes(length)));

        Assert.Equal(1, answer.Header.Outcomes.Single().Sequence);
    }

    [Fact]
    public async Task Refused_envelope_does_not_hold_up_the_others()
    {
        var worker = await point.EnrolledAsync();
        Envelope[] sent = [worker.Seal("een"), worker.Seal("twee", municipality: "arnhem"), worker.Seal("drie")];

        var answer = (await worker.ExchangeAsync(sent)).Header;

        Assert.Equal([1L, null, 2L], answer.Outcomes.Select(outcome => outcome.Sequence));
        Assert.Equal(sent.Select(envelope => envelope.Header.Id), answer.Outcomes.Select(outcome => outcome.Id));
        Assert.True(worker.Verifies(answer, sent));
    }

    [Fact]
    public async Task Receipt_is_signed_over_the_very_bytes_sent()
    {
        var worker = await point.EnrolledAsync();
        var envelope = worker.Seal("Ik zag iets.");

        var answer = (await worker.ExchangeAsync(envelope)).Header;

        Assert.True(worker.Verifies(answer, envelope));
        Assert.Equal(point.Clock.GetUtcNow(), answer.ServerTime);
        envelope.Body[^1] ^= 1;
        Assert.False(worker.Verifies(answer, envelope));
    }

    [Fact]
    public async Task Sequences_have_no_gaps_and_run_over_all_devices_of_a_municipality()
    {
        var worker = await point.EnrolledAsync();
        var (colleague, teacher) = (await point.EnrolledAsync(), await point.EnrolledAsync("arnhem"));

        var (sequences, elsewhere) = (new List<long>(), new List<long>());
        for (var round = 0; round < 5; round++)
        {
            var sent = await worker.ExchangeAsync(worker.Seal("een"), worker.Seal("fout", municipality: "arnhem"), worker.Seal("twee"));
            sequences.AddRange(sent.Header.Outcomes.Select(outcome => outcome.Sequence).OfType<long>());
            sequences.Add((await colleague.ExchangeAsync(colleague.Seal("drie"))).Header.Outcomes.Single().Sequence!.Value);
            elsewhere.Add((await teacher.ExchangeAsync(teacher.Seal("vier"))).Header.Outcomes.Single().Sequence!.Value);
        }

        Assert.Equal(Enumerable.Range(1, 15).Select(number => (long)number), sequences);
        Assert.Equal([1, 2, 3, 4, 5], elsewhere);
    }

    [Fact]
    public async Task Devices_that_send_at_the_same_moment_are_all_received_once()
    {
        var devices = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => point.EnrolledAsync()));

        var answers = await Task.WhenAll(devices.Select(device => Task.Run(() => device.ExchangeAsync(
            [.. Enumerable.Range(0, 25).Select(number => device.Seal($"signaal {number}"))]))));

        Assert.Equal(
            Enumerable.Range(1, 100).Select(number => (long)number),
            answers.SelectMany(answer => answer.Header.Outcomes).Select(outcome => outcome.Sequence!.Value).Order());
    }

    public void Dispose() => point.Dispose();
}
