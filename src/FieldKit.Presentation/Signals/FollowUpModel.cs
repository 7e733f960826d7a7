using FieldKit.Device.Enrolment;
using FieldKit.Device.Outbox;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Presentation.Form;
using FieldKit.Presentation.Unlock;
using DeviceSignals = FieldKit.Device.Outbox.Signals;

namespace FieldKit.Presentation.Signals;

/// <summary>What is being written about a sent signal: an answer, new facts, or the reason for taking it back. Everything typed is kept.</summary>
public sealed class FollowUpModel(FollowUps followUps, DeviceSignals signals, TimeProvider time) : Observable, IOpenText
{
    /// <summary>Characters: as much as the longest field of the form.</summary>
    public const int MaximumLength = 4000;

    private FollowUpDraft? draft;

    public SentSignal? Signal { get; private set; }

    public bool Withdraws => draft?.Withdraws == true;

    public string Text => draft?.Text ?? "";

    public DateTimeOffset ChangedAt => draft?.ChangedAt ?? default;

    /// <summary>Watched by itself: a save changes nothing else on the screen. Null when nothing is open.</summary>
    public Autosave? Saving { get; private set; }

    public bool IsSending { get; private set; }

    /// <summary>Text key, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>A reason may be left out; a follow-up without words says nothing.</summary>
    public bool CanSend => draft is not null && !IsSending && (Withdraws || !string.IsNullOrWhiteSpace(Text));

    /// <summary>What the reporting point wrote last, to have it in sight while answering; or null.</summary>
    public string? LastWords => Signal?.Answers.LastOrDefault(answer => answer.Text is not null)?.Text;

    /// <summary>Opens what was being written, or goes on with it when it is the open one.</summary>
    /// <returns>False: nothing can be written about it (any more); see <see cref="Signal"/>.</returns>
    /// <exception cref="VaultLockedException"></exception>
    public async Task<bool> OpenAsync(Guid id, bool withdraws)
    {
        var signal = await signals.ReadAsync(id);
        if (draft is null || draft.About != id || draft.Withdraws != withdraws || Saving!.State == SaveState.Elsewhere)
        {
            await CloseAsync();
            if (signal is { State: SignalState.Received, Withdrawal: null })
            {
                var opened = await followUps.DraftAsync(id, withdraws);
                (draft, Saving) = (opened, new(() => SaveAsync(opened), time));
            }
        }

        Signal = signal;
        Problem = null;
        Changed();
        return draft is not null;
    }

    /// <summary>Says that the model changed only when sending became possible or impossible: the field draws itself.</summary>
    public void Write(string text)
    {
        var could = CanSend;
        draft!.Text = text;
        Saving!.Touch();
        if (could != CanSend)
        {
            Changed();
        }
    }

    public Task KeepAsync() => Saving?.KeepAsync() ?? Task.CompletedTask;

    /// <returns>True when it is durably queued; else <see cref="Problem"/> says why not.</returns>
    public async Task<bool> SendAsync()
    {
        if (!CanSend)
        {
            return false;
        }

        (IsSending, Problem) = (true, null);
        Changed();
        try
        {
            await KeepAsync();
            if (Saving!.State != SaveState.Kept)
            {
                Problem = "followup.send-failed";
                return false;
            }

            await followUps.SendAsync(Signal!, draft!);
            Forget();
            return true;
        }
        catch (DeviceRevokedException)
        {
            Problem = "review.revoked";
            return false;
        }
        catch (InvalidOperationException)
        {
            Problem = "followup.too-large";
            return false;
        }
        catch (Exception failure) when (failure is StaleRecordException or VaultLockedException or IOException)
        {
            Problem = "followup.send-failed";
            return false;
        }
        finally
        {
            IsSending = false;
            Changed();
        }
    }

    public async Task PutAwayAsync()
    {
        await KeepAsync();
        if (Saving?.State is null or SaveState.Kept)
        {
            Forget();
        }
    }

    public Task<bool> SettleAsync() => Saving?.SettleAsync() ?? Task.FromResult(true);

    public void Forget()
    {
        Saving?.Stop();
        (Saving, draft, Signal) = (null, null, null);
        Changed();
    }

    private async ValueTask SaveAsync(FollowUpDraft opened)
    {
        if (await followUps.SaveAsync(opened))
        {
            Changed();
        }
    }

    private async Task CloseAsync()
    {
        await KeepAsync();
        Forget();
    }
}
