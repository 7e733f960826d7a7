using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using FieldKit.Desk.Inbox;
using FieldKit.Desk.Log;
using FieldKit.Protocol;

namespace FieldKit.Desk.Server;

/// <summary>The reporting point as the desk sees it. Every failure is a <see cref="DeskRefusedException"/>.</summary>
public sealed class DeskClient(HttpClient http)
{
    private const string Codes = "api/v1/staff/codes";
    private const string Epochs = "api/v1/staff/epochs";
    private const string Members = "api/v1/staff/members";
    private const string Passkeys = "api/v1/staff/passkeys";
    private const string ProviderAccount = "api/v1/staff/provider-account";
    private const string Providers = "api/v1/staff/providers";
    private const string Session = "api/v1/staff/session";

    public Task<StaffSession> SessionAsync() => ReadAsync(Session, ProtocolJson.Default.StaffSession);

    public async Task<StaffSession> SignInAsync(string name, string password)
    {
        using var answer = await SendAsync(HttpMethod.Post, Session, JsonContent.Create(new(name, password), ProtocolJson.Default.SignInRequest));
        return await BodyAsync(answer, ProtocolJson.Default.StaffSession);
    }

    /// <summary>What the browser asks of a passkey.</summary>
    public async Task<string> PasskeyOptionsAsync()
    {
        using var answer = await SendAsync(HttpMethod.Post, $"{Session}/passkey/options");
        return (await BodyAsync(answer, ProtocolJson.Default.PasskeyOptions)).Options;
    }

    public async Task<StaffSession> SignInWithPasskeyAsync(string credential)
    {
        using var answer = await SendAsync(HttpMethod.Post, $"{Session}/passkey", JsonContent.Create(new(credential), ProtocolJson.Default.PasskeyAnswer));
        return await BodyAsync(answer, ProtocolJson.Default.StaffSession);
    }

    public Task<IReadOnlyList<PasskeyItem>> PasskeysAsync() => ReadAsync(Passkeys, ProtocolJson.Default.IReadOnlyListPasskeyItem);

    /// <summary>What the browser asks of a device that makes a passkey.</summary>
    public async Task<string> NewPasskeyOptionsAsync(string password)
    {
        using var answer = await SendAsync(HttpMethod.Post, $"{Passkeys}/options", JsonContent.Create(new(password), ProtocolJson.Default.PasswordAgain));
        return (await BodyAsync(answer, ProtocolJson.Default.PasskeyOptions)).Options;
    }

    public async Task AddPasskeyAsync(string name, string credential) =>
        (await SendAsync(HttpMethod.Post, Passkeys, JsonContent.Create(new(name, credential), ProtocolJson.Default.NewPasskey))).Dispose();

    public async Task RemovePasskeyAsync(Guid passkey) => (await SendAsync(HttpMethod.Delete, $"{Passkeys}/{passkey:D}")).Dispose();

    public Task<IReadOnlyList<ProviderItem>> ProvidersAsync() => ReadAsync(Providers, ProtocolJson.Default.IReadOnlyListProviderItem);

    /// <returns>Where the page has to go; it comes back by itself.</returns>
    public async Task<string> ProviderSignInAsync(string municipality)
    {
        using var answer = await SendAsync(HttpMethod.Post, $"{Providers}/{Uri.EscapeDataString(municipality)}/session");
        return (await BodyAsync(answer, ProtocolJson.Default.ProviderAddress)).Address;
    }

    public Task<ProviderAccount> ProviderAccountAsync() => ReadAsync(ProviderAccount, ProtocolJson.Default.ProviderAccount);

    /// <returns>Where the page has to go; it comes back by itself.</returns>
    public async Task<string> LinkProviderAsync(string password)
    {
        using var answer = await SendAsync(HttpMethod.Post, ProviderAccount, JsonContent.Create(new(password), ProtocolJson.Default.PasswordAgain));
        return (await BodyAsync(answer, ProtocolJson.Default.ProviderAddress)).Address;
    }

    public async Task UnlinkProviderAsync() => (await SendAsync(HttpMethod.Delete, ProviderAccount)).Dispose();

    public async Task SignOutAsync() => (await SendAsync(HttpMethod.Delete, Session)).Dispose();

    /// <summary>Ends every session of who is signed in, on other machines too.</summary>
    public async Task SignOutEverywhereAsync() => (await SendAsync(HttpMethod.Delete, "api/v1/staff/sessions")).Dispose();

    public Task<StaffKeyring> KeyringAsync() => ReadAsync("api/v1/staff/keyring", ProtocolJson.Default.StaffKeyring);

    /// <param name="before"><see cref="InboxPart.Next"/> of the page before; null for the first.</param>
    public Task<InboxPart> InboxAsync(InboxFilter filter, long? before = null) => ReadAsync(InboxAddress.Route(filter, before), ProtocolJson.Default.InboxPart);

    /// <summary>Whenever the inbox changed, and a sign of life in between (<see cref="InboxNews"/>), until the reporting point ends it.</summary>
    public async IAsyncEnumerable<string> InboxNewsAsync([EnumeratorCancellation] CancellationToken ended)
    {
        using var answer = await SendAsync(HttpMethod.Get, "api/v1/staff/inbox/news", whole: false, ended: ended);
        if (answer.Content.Headers.ContentType?.MediaType != "text/event-stream")
        {
            throw new DeskRefusedException(DeskRefusedException.Unreachable);
        }

        await using var body = await UnreachableWhenBrokenAsync(() => answer.Content.ReadAsStreamAsync(ended));
        await using var events = SseParser.Create(body).EnumerateAsync(ended).GetAsyncEnumerator(ended);
        while (await UnreachableWhenBrokenAsync(() => events.MoveNextAsync().AsTask()))
        {
            yield return events.Current.EventType;
        }
    }

    /// <summary>Fetching a signal marks it as opened.</summary>
    public Task<SealedSignal> SignalAsync(Guid id) => ReadAsync($"api/v1/staff/signals/{id:D}", ProtocolJson.Default.SealedSignal);

    /// <summary>Safe to repeat: the same id is the same answer.</summary>
    public async Task AnswerAsync(Guid signal, AnswerRequest answer) =>
        (await SendAsync(HttpMethod.Post, $"api/v1/staff/signals/{signal:D}/answers", JsonContent.Create(answer, ProtocolJson.Default.AnswerRequest))).Dispose();

    /// <summary>Notes why the page with names is opened; once for each time that it is.</summary>
    /// <param name="reason">One of <see cref="NameReasons"/>.</param>
    public async Task OpenNamePageAsync(Guid signal, string reason) =>
        (await SendAsync(HttpMethod.Post, $"api/v1/staff/signals/{signal:D}/name-page", JsonContent.Create(new(reason), ProtocolJson.Default.NamePageRequest))).Dispose();

    /// <summary>Notes that a readable copy is made; once for each.</summary>
    /// <param name="kind">One of <see cref="ExportKinds"/>.</param>
    public async Task NoteExportAsync(Guid signal, string kind, bool withNames) =>
        (await SendAsync(HttpMethod.Post, $"api/v1/staff/signals/{signal:D}/exports", JsonContent.Create(new(kind, withNames), ProtocolJson.Default.ExportRequest))).Dispose();

    /// <param name="from">Who has it in hand as far as is known here; null for nobody.</param>
    public async Task TakeAsync(Guid signal, Guid? from) =>
        (await SendAsync(HttpMethod.Put, $"api/v1/staff/signals/{signal:D}/in-hand", JsonContent.Create(new(from), ProtocolJson.Default.TakeRequest))).Dispose();

    /// <summary>Safe to repeat.</summary>
    public async Task LetGoAsync(Guid signal) => (await SendAsync(HttpMethod.Delete, $"api/v1/staff/signals/{signal:D}/in-hand")).Dispose();

    /// <summary>Puts two signals beside each other. Safe to repeat, as taking them apart is.</summary>
    public async Task LinkAsync(Guid signal, Guid other) => (await SendAsync(HttpMethod.Put, $"api/v1/staff/signals/{signal:D}/related/{other:D}")).Dispose();

    public async Task UnlinkAsync(Guid signal, Guid other) => (await SendAsync(HttpMethod.Delete, $"api/v1/staff/signals/{signal:D}/related/{other:D}")).Dispose();

    /// <summary>Safe to repeat: the same id is the same proposal.</summary>
    public async Task ProposeAsync(Guid signal, ProposalRequest proposal) =>
        (await SendAsync(HttpMethod.Post, $"api/v1/staff/signals/{signal:D}/proposals", JsonContent.Create(proposal, ProtocolJson.Default.ProposalRequest))).Dispose();

    public async Task DecideAsync(Guid signal, Guid proposal, VerdictRequest verdict) =>
        (await SendAsync(
            HttpMethod.Post, $"api/v1/staff/signals/{signal:D}/proposals/{proposal:D}/verdict", JsonContent.Create(verdict, ProtocolJson.Default.VerdictRequest))).Dispose();

    /// <summary>Safe to repeat: the same id is the same entry.</summary>
    public async Task WriteEntryAsync(Guid signal, EntryRequest entry) =>
        (await SendAsync(HttpMethod.Post, $"api/v1/staff/signals/{signal:D}/entries", JsonContent.Create(entry, ProtocolJson.Default.EntryRequest))).Dispose();

    /// <summary>Says that an action is done. Safe to repeat.</summary>
    public async Task FinishActionAsync(Guid signal, Guid entry) => (await SendAsync(HttpMethod.Post, $"api/v1/staff/signals/{signal:D}/entries/{entry:D}/done")).Dispose();

    public Task<MeetingEntries> OpenActionsAsync() => ReadAsync("api/v1/staff/meetings/actions", ProtocolJson.Default.MeetingEntries);

    /// <param name="table">Id of the stage that is the meeting.</param>
    public Task<MeetingEntries> MeetingAsync(string table, DateOnly day) =>
        ReadAsync(FormattableString.Invariant($"api/v1/staff/meetings/{Uri.EscapeDataString(table)}/{day:yyyy-MM-dd}"), ProtocolJson.Default.MeetingEntries);

    /// <summary>Notes that minutes are printed; once for each time.</summary>
    public async Task NoteMinutesAsync(MinutesRequest minutes) =>
        (await SendAsync(HttpMethod.Post, "api/v1/staff/meetings/minutes", JsonContent.Create(minutes, ProtocolJson.Default.MinutesRequest))).Dispose();

    /// <param name="before"><see cref="AuditPart.Next"/> of the page before; null for the first.</param>
    public Task<AuditPart> LogAsync(LogFilter filter, string? before = null, int? most = null) => ReadAsync(LogAddress.Route(filter, before, most), ProtocolJson.Default.AuditPart);

    /// <summary>Goes through the whole log; noted in it.</summary>
    public async Task<AuditCheck> CheckLogAsync()
    {
        using var answer = await SendAsync(HttpMethod.Post, "api/v1/staff/audit/checks");
        return await BodyAsync(answer, ProtocolJson.Default.AuditCheck);
    }

    /// <summary>Notes that lines of the log are kept as a file; once for each.</summary>
    /// <param name="kind">One of <see cref="AuditExportKinds"/>.</param>
    public async Task NoteLogExportAsync(string kind) =>
        (await SendAsync(HttpMethod.Post, "api/v1/staff/audit/exports", JsonContent.Create(new(kind), ProtocolJson.Default.AuditExportRequest))).Dispose();

    /// <summary>The only time that the codes themselves are told.</summary>
    public async Task<IssuedCodes> IssueCodesAsync(CodesRequest asked)
    {
        using var answer = await SendAsync(HttpMethod.Post, Codes, JsonContent.Create(asked, ProtocolJson.Default.CodesRequest));
        return await BodyAsync(answer, ProtocolJson.Default.IssuedCodes);
    }

    public Task<IReadOnlyList<OutstandingCode>> OutstandingCodesAsync() => ReadAsync(Codes, ProtocolJson.Default.IReadOnlyListOutstandingCode);

    /// <param name="name">As <see cref="OutstandingCode.Name"/>.</param>
    public async Task WithdrawCodeAsync(string name) => (await SendAsync(HttpMethod.Delete, $"{Codes}/{Uri.EscapeDataString(name)}")).Dispose();

    public Task<IReadOnlyList<DeviceItem>> DevicesAsync() => ReadAsync("api/v1/staff/devices", ProtocolJson.Default.IReadOnlyListDeviceItem);

    /// <summary>Safe to repeat.</summary>
    public async Task RevokeDeviceAsync(Guid device) => (await SendAsync(HttpMethod.Post, $"api/v1/staff/devices/{device:D}/revocation")).Dispose();

    /// <summary>What a start code is for; it stays good.</summary>
    public async Task<StartOffer> StartOfferAsync(string code)
    {
        using var answer = await SendAsync(HttpMethod.Post, "api/v1/staff/start/offer", JsonContent.Create(new(code), ProtocolJson.Default.StartCode));
        return await BodyAsync(answer, ProtocolJson.Default.StartOffer);
    }

    public async Task StartAsync(StartRequest start) =>
        (await SendAsync(HttpMethod.Post, "api/v1/staff/start", JsonContent.Create(start, ProtocolJson.Default.StartRequest))).Dispose();

    public Task<StaffMembers> MembersAsync() => ReadAsync(Members, ProtocolJson.Default.StaffMembers);

    /// <summary>The only time that the code itself is told.</summary>
    public async Task<IssuedStart> InviteMemberAsync(StaffStartRequest asked)
    {
        using var answer = await SendAsync(HttpMethod.Post, Members, JsonContent.Create(asked, ProtocolJson.Default.StaffStartRequest));
        return await BodyAsync(answer, ProtocolJson.Default.IssuedStart);
    }

    /// <summary>The only time that the code itself is told.</summary>
    public async Task<IssuedStart> RestartMemberAsync(Guid member, string password)
    {
        using var answer = await SendAsync(HttpMethod.Post, $"{Members}/{member:D}/start", JsonContent.Create(new(password), ProtocolJson.Default.PasswordAgain));
        return await BodyAsync(answer, ProtocolJson.Default.IssuedStart);
    }

    public async Task RemoveMemberAsync(Guid member, string password) =>
        (await SendAsync(HttpMethod.Post, $"{Members}/{member:D}/removal", JsonContent.Create(new(password), ProtocolJson.Default.PasswordAgain))).Dispose();

    /// <summary>Ends every session of a member. Safe to repeat.</summary>
    public async Task SignOutMemberAsync(Guid member) => (await SendAsync(HttpMethod.Delete, $"{Members}/{member:D}/sessions")).Dispose();

    /// <summary>Takes the provider's account of a member away and ends that member's sessions.</summary>
    public async Task UnlinkMemberAsync(Guid member) => (await SendAsync(HttpMethod.Delete, $"{Members}/{member:D}/provider-account")).Dispose();

    /// <param name="name">As <see cref="OutstandingStart.Name"/>.</param>
    public async Task WithdrawStartAsync(string name) => (await SendAsync(HttpMethod.Delete, $"api/v1/staff/starts/{Uri.EscapeDataString(name)}")).Dispose();

    public async Task GiveAccessAsync(Guid member, AccessRequest access) =>
        (await SendAsync(HttpMethod.Post, $"{Members}/{member:D}/access", JsonContent.Create(access, ProtocolJson.Default.AccessRequest))).Dispose();

    public Task<EpochKeys> EpochsAsync() => ReadAsync(Epochs, ProtocolJson.Default.EpochKeys);

    public async Task TurnOverAsync(SuccessionRequest asked) =>
        (await SendAsync(HttpMethod.Post, Epochs, JsonContent.Create(asked, ProtocolJson.Default.SuccessionRequest))).Dispose();

    public Task<ReportingPointKeys> KeysAsync() => ReadAsync("api/v1/keys", ProtocolJson.Default.ReportingPointKeys);

    /// <summary>Puts a signed content file in force. Safe to repeat.</summary>
    public async Task PublishContentAsync(byte[] file)
    {
        var body = new ByteArrayContent(file);
        body.Headers.ContentType = new(ContentFile.ContentType);
        (await SendAsync(HttpMethod.Post, "api/v1/staff/content", body)).Dispose();
    }

    public Task<DeskWork> WorkAsync() => ReadAsync("api/v1/staff/work", ProtocolJson.Default.DeskWork);

    public Task<SystemState> SystemAsync() => ReadAsync("api/v1/staff/system", ProtocolJson.Default.SystemState);

    public Task<ContentManifest> ContentManifestAsync() => ReadAsync("api/v1/content/manifest", ProtocolJson.Default.ContentManifest);

    /// <summary>All parts of one edition, one after the other.</summary>
    public async Task<byte[]> ContentAsync(long sequence)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"api/v1/content/parts/{sequence}");
        return await UnreachableWhenBrokenAsync(() => answer.Content.ReadAsByteArrayAsync());
    }

    private async Task<T> ReadAsync<T>(string path, JsonTypeInfo<T> type)
    {
        using var answer = await SendAsync(HttpMethod.Get, path);
        return await BodyAsync(answer, type);
    }

    /// <param name="whole">False for a body that is read while it comes in.</param>
    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, HttpContent? content = null, bool whole = true, CancellationToken ended = default)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        // A form on another site cannot set a header: with SameSite this refuses forged requests.
        request.Headers.Add("X-FieldKit", "1");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var answer = await UnreachableWhenBrokenAsync(() => http.SendAsync(
            request, whole ? HttpCompletionOption.ResponseContentRead : HttpCompletionOption.ResponseHeadersRead, ended));
        if (answer.IsSuccessStatusCode)
        {
            return answer;
        }

        using (answer)
        {
            throw new DeskRefusedException(await Refusal.CodeOfAsync(answer));
        }
    }

    private static Task<T> BodyAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type) =>
        UnreachableWhenBrokenAsync(async () =>
            await answer.Content.ReadFromJsonAsync(type) ?? throw new System.Text.Json.JsonException("An empty answer."));

    private static async Task<T> UnreachableWhenBrokenAsync<T>(Func<Task<T>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException or System.Text.Json.JsonException or NotSupportedException)
        {
            throw new DeskRefusedException(DeskRefusedException.Unreachable);
        }
    }
}
