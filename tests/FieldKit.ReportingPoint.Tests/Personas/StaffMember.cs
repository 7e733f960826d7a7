using System.Net;
using System.Net.Http.Json;
using System.Text;
using FieldKit.Crypto;
using FieldKit.Protocol;

namespace FieldKit.ReportingPoint.Tests.Personas;

/// <summary>Somebody at the desk, with a browser that keeps cookies.</summary>
internal sealed class StaffMember : IDisposable
{
    private StaffMember(HttpClient client) => Client = client;

    public HttpClient Client { get; }

    public static async Task<StaffMember> SignedInAsync(RunningPoint point, string name, string password)
    {
        var member = Nobody(point);
        using var answer = await member.Client.PostAsJsonAsync(
            "/api/v1/staff/session", new SignInRequest(name, password), ProtocolJson.Default.SignInRequest);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return member;
    }

    public static Task<StaffMember> ScreenerAsync(RunningPoint point) =>
        SignedInAsync(point, Setups.UtrechtSecrets.Name, Setups.UtrechtSecrets.Password);

    public static Task<StaffMember> ArnhemScreenerAsync(RunningPoint point) =>
        SignedInAsync(point, Setups.ArnhemSecrets.Name, Setups.ArnhemSecrets.Password);

    public static Task<StaffMember> EditorAsync(RunningPoint point) =>
        SignedInAsync(point, "editor", Setups.UtrechtSecrets.Password);

    /// <param name="role">Somebody who has this one alone, or <see cref="Setups.ScreenerAlone"/>.</param>
    public static Task<StaffMember> WithRoleAsync(RunningPoint point, string role) => SignedInAsync(point, role, Setups.UtrechtSecrets.Password);

    /// <summary>The second person who weighs in Utrecht; the first is the screener.</summary>
    public static Task<StaffMember> WeigherAsync(RunningPoint point) =>
        SignedInAsync(point, Setups.UtrechtSecrets.Weigher!.Name, Setups.UtrechtSecrets.Weigher.Password);

    /// <summary>The desk's page without a session.</summary>
    public static StaffMember Nobody(RunningPoint point)
    {
        var client = point.ClientWithCookies();
        client.DefaultRequestHeaders.Add("X-FieldKit", "1");
        return new(client);
    }

    /// <summary>All pages.</summary>
    /// <param name="filter">As in the address, without the question mark.</param>
    public async Task<IReadOnlyList<InboxItem>> InboxAsync(string filter = "")
    {
        List<InboxItem> items = [];
        for (long? before = long.MaxValue; before is { } from;)
        {
            var part = (await Client.GetFromJsonAsync($"/api/v1/staff/inbox?before={from}&{filter}", ProtocolJson.Default.InboxPart))!;
            items.AddRange(part.Items);
            before = part.Next;
        }

        return items;
    }

    public async Task<SealedSignal> OpenAsync(Guid id) =>
        (await Client.GetFromJsonAsync($"/api/v1/staff/signals/{id}", ProtocolJson.Default.SealedSignal))!;

    public Task<HttpResponseMessage> AnswerAsync(Guid about, AnswerRequest answer) =>
        Client.PostAsJsonAsync($"/api/v1/staff/signals/{about}/answers", answer, ProtocolJson.Default.AnswerRequest);

    /// <summary>Seals as the desk does: for the device, and for the desk itself.</summary>
    public static AnswerRequest Write(SealedSignal signal, string stage, string text, int? expectedVersion = null, Guid? id = null)
    {
        var answer = id ?? Guid.CreateVersion7();
        using var epoch = Setups.OpenEpoch(Setups.Utrecht, Setups.UtrechtSecrets);
        var header = MessageHeader.AssociatedData(answer, signal.Item.Id, signal.Header.Municipality, signal.Header.Epoch, signal.Device);
        var packed = SealedText.Pack(Encoding.UTF8.GetBytes(text));
        return new(
            answer, signal.Header.Epoch, stage, expectedVersion ?? signal.Item.StageVersion,
            Hpke.Seal(epoch, signal.DevicePublicKey, Hpke.MessageInfo, header, packed),
            Hpke.Seal(epoch, epoch.PublicKey, Hpke.MessageInfo, header, packed));
    }

    public void Dispose() => Client.Dispose();
}
