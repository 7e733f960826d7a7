using System.Globalization;
using System.Net;
using System.Net.ServerSentEvents;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Staff.Live;

/// <summary>A desk that listens.</summary>
internal sealed class OpenInbox : IAsyncDisposable
{
    /// <summary>Only to end a test that would otherwise wait for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpResponseMessage answer;
    private readonly IAsyncEnumerator<SseItem<string>> events;

    private OpenInbox(HttpResponseMessage answer, Stream body) =>
        (this.answer, events) = (answer, SseParser.Create(body).EnumerateAsync().GetAsyncEnumerator());

    public static async Task<OpenInbox> OfAsync(StaffMember member)
    {
        var answer = await member.Client.GetAsync("/api/v1/staff/inbox/news", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        return new(answer, await answer.Content.ReadAsStreamAsync());
    }

    /// <returns>The next event, and the number of the last envelope that it tells.</returns>
    public async Task<(string Event, long Last)> NextAsync()
    {
        Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(Patience), "The stream ended.");
        return (events.Current.EventType, long.Parse(events.Current.Data, CultureInfo.InvariantCulture));
    }

    public async Task EndsAsync() => Assert.False(await events.MoveNextAsync().AsTask().WaitAsync(Patience), "The stream goes on.");

    public ValueTask DisposeAsync()
    {
        answer.Dispose();
        return ValueTask.CompletedTask;
    }
}
