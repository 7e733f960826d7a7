using System.Net.Http.Json;
using System.Text;
using FieldKit.Content.Bundles;
using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Retention;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Tests.Personas;
using FieldKit.ReportingPoint.Tests.Retention;
using FieldKit.ReportingPoint.Tests.Staff.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FieldKit.ReportingPoint.Tests;

/// <summary>Several nodes on one database. Whoever asks is sent to the next node each time, as a balancer without sticky sessions does.</summary>
public sealed class NodesTests
{
    [Fact]
    public async Task Signal_and_answer_go_round_when_each_request_meets_another_node()
    {
        using var point = new RunningPoint(nodes: 2);
        var worker = await point.EnrolledAsync();
        var (first, second) = (worker.Seal("Ik zag iets."), worker.Seal("En nog iets."));

        var sent = (await worker.ExchangeAsync(first)).Header;
        var again = (await worker.ExchangeAsync(first, second)).Header;
        Assert.Equal([1, 1, 2], sent.Outcomes.Concat(again.Outcomes).Select(outcome => outcome.Sequence!.Value));
        Assert.True(worker.Verifies(sent, first) && worker.Verifies(again, first, second));

        using var screener = await StaffMember.ScreenerAsync(point);
        Assert.Equal(2, (await screener.InboxAsync()).Count);
        var signal = await screener.OpenAsync(first.Header.Id);
        Assert.True((await screener.InboxAsync()).Single(item => item.Id == first.Header.Id).Opened);
        using var answered = await screener.AnswerAsync(first.Header.Id, StaffMember.Write(signal, "eerste-blik", "Dank je."));
        answered.EnsureSuccessStatusCode();

        foreach (var _ in new[] { 1, 2 })
        {
            var box = await worker.ExchangeAsync(cursor: 0);
            var message = Assert.Single(box.Header.Messages);
            var packed = Hpke.Open(
                worker.Keys, worker.Enrolled.Keys.EpochPublicKey, Hpke.MessageInfo, message.AssociatedData(worker.Id), box.Bodies[0]);
            Assert.Equal("Dank je.", Encoding.UTF8.GetString(SealedText.Unpack(packed, 1000)));
        }

        Assert.All(point.RequestsOfNodes, count => Assert.True(count > 3));
    }

    [Fact]
    public async Task Nodes_that_send_at_the_same_moment_number_without_gaps_or_doubles()
    {
        using var point = new RunningPoint(nodes: 2);
        var devices = new List<FieldDevice>();
        for (var number = 0; number < 4; number++)
        {
            devices.Add(await point.EnrolledAsync());
        }

        var answers = await Task.WhenAll(devices.SelectMany(device => Enumerable.Range(0, 5).Select(_ => Task.Run(() =>
            device.ExchangeAsync([.. Enumerable.Range(0, 5).Select(number => device.Seal($"signaal {number}"))])))));

        Assert.Equal(
            Enumerable.Range(1, 100).Select(number => (long)number),
            answers.SelectMany(answer => answer.Header.Outcomes).Select(outcome => outcome.Sequence!.Value).Order());
    }

    [Fact]
    public async Task Content_published_at_one_node_is_in_force_at_the_other()
    {
        using var point = new RunningPoint(nodes: 2);
        var worker = await point.EnrolledAsync();
        using var editor = await StaffMember.EditorAsync(point);
        using var client = point.Client();
        var before = await client.GetFromJsonAsync("/api/v1/content/manifest", ProtocolJson.Default.ContentManifest);

        using var published = await editor.Client.PostAsync("/api/v1/staff/content", Edition(point, before!.Sequence + 1));
        published.EnsureSuccessStatusCode();

        foreach (var _ in new[] { 1, 2 })
        {
            Assert.Equal(before.Sequence + 1, (await client.GetFromJsonAsync("/api/v1/content/manifest", ProtocolJson.Default.ContentManifest))!.Sequence);
        }

        foreach (var _ in new[] { 1, 2 })
        {
            Assert.Equal(before.Sequence + 1, (await worker.ExchangeAsync()).Header.ContentSequence);
        }
    }

    [Fact]
    public async Task Three_nodes_that_start_at_once_on_an_empty_database_prepare_it_once()
    {
        using var point = new RunningPoint(nodes: 3, TestDatabase.Empty());

        Assert.Single(await point.ReadAsync("SELECT instance FROM reporting_point"));
        using var scope = point.Services.CreateScope();
        Assert.Equal(
            scope.ServiceProvider.GetRequiredService<ReportingPointDb>().Database.GetMigrations(),
            await point.ReadAsync("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY 1"));
        Assert.Single(Directory.GetFiles(Path.Combine(point.DataFolder, "session-keys")));
        var worker = await point.EnrolledAsync();
        for (var sequence = 1; sequence <= 3; sequence++)
        {
            var envelope = worker.Seal("Ik zag iets.");
            var answer = (await worker.ExchangeAsync(envelope)).Header;
            Assert.Equal(sequence, answer.Outcomes.Single().Sequence);
            Assert.True(worker.Verifies(answer, envelope));
        }
    }

    [Fact]
    public async Task Desk_hears_at_once_of_a_signal_that_another_node_stored()
    {
        using var point = new RunningPoint(nodes: 2);
        var worker = await point.EnrolledAsync();
        using var screener = await StaffMember.ScreenerAsync(point);
        await UntilNodesListenAsync(point, 2);

        // One inbox open at each node; whichever stores the signal, one of them hears it from the other.
        await using var one = await OpenInbox.OfAsync(screener);
        await using var other = await OpenInbox.OfAsync(screener);
        await one.NextAsync();
        await other.NextAsync();

        await worker.ExchangeAsync(worker.Seal("Ik zag iets."));

        Assert.Equal((InboxNews.Changed, 1), await one.NextAsync());
        Assert.Equal((InboxNews.Changed, 1), await other.NextAsync());
    }

    [Fact]
    public async Task Nodes_hear_each_other_again_after_their_connections_broke()
    {
        using var point = new RunningPoint(nodes: 2);
        var worker = await point.EnrolledAsync();
        using var screener = await StaffMember.ScreenerAsync(point);
        await UntilNodesListenAsync(point, 2);
        var broken = await point.ReadAsync($"SELECT pid::text, pg_terminate_backend(pid) {Listening}");
        Assert.Equal(2, broken.Count);

        await UntilNodesListenAsync(point, 2, except: broken);
        await using var one = await OpenInbox.OfAsync(screener);
        await using var other = await OpenInbox.OfAsync(screener);
        await one.NextAsync();
        await other.NextAsync();
        await worker.ExchangeAsync(worker.Seal("Ik zag iets."));

        Assert.Equal((InboxNews.Changed, 1), await one.NextAsync());
        Assert.Equal((InboxNews.Changed, 1), await other.NextAsync());
    }

    [Fact]
    public async Task Nodes_that_clear_at_the_same_moment_clear_each_signal_once()
    {
        using var point = new RunningPoint(nodes: 2);
        await point.HaveClosedAsync(150);

        var cleared = await Task.WhenAll(point.ServicesOfNodes.Select(node =>
            Task.Run(() => node.GetRequiredService<RetentionRun>().ClearAsync(CancellationToken.None))));

        Assert.Equal(150, cleared.Sum());
        var told = await point.AuditedAsync(AuditActions.SignalCleared);
        Assert.Equal((150, 150), (told.Count, told.Distinct().Count()));
        Assert.Equal(["0"], await point.ReadAsync("SELECT max(length(sealed)) FROM envelopes"));
    }

    [Fact]
    public async Task Devices_send_while_nodes_clear_and_nothing_of_either_is_lost()
    {
        using var point = new RunningPoint(nodes: 2);
        await point.HaveClosedAsync(100);
        var worker = await point.EnrolledAsync();
        var fresh = Enumerable.Range(0, 20).Select(number => worker.Seal($"signaal {number}")).ToList();

        var clearing = Task.WhenAll(point.ServicesOfNodes.Select(node =>
            Task.Run(() => node.GetRequiredService<RetentionRun>().ClearAsync(CancellationToken.None))));
        foreach (var envelope in fresh)
        {
            Assert.True(worker.Verifies((await worker.ExchangeAsync(envelope)).Header, envelope));
        }

        Assert.Equal(100, (await clearing).Sum());
        Assert.Equal(["20"], await point.ReadAsync("SELECT count(*) FROM envelopes WHERE length(sealed) > 0"));
    }

    private const string Listening = "FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN %' AND state = 'idle'";

    private static async Task UntilNodesListenAsync(RunningPoint point, int nodes, IReadOnlyList<string>? except = null)
    {
        while ((await point.ReadAsync("SELECT pid::text " + Listening)).Except(except ?? []).Count() < nodes)
        {
            // A node that lost its connection waits a little before it tries again.
            point.Clock.Advance(TimeSpan.FromMilliseconds(10));
        }
    }

    private static ByteArrayContent Edition(RunningPoint point, long sequence)
    {
        var today = DateOnly.FromDateTime(point.Clock.GetUtcNow().UtcDateTime);
        var file = BundleFile.Build(SmallContent.Bundle(today), sequence, today.AddDays(30));
        var signed = file with { Manifest = BundleFile.Sign(file.Manifest, point.Services.GetRequiredService<SigningKey>()) };
        var body = new ByteArrayContent(signed.Write());
        body.Headers.ContentType = new(ContentFile.ContentType);
        return body;
    }
}
