using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using FieldKit.Device.Store;
using FieldKit.Device.Sync;
using FieldKit.Device.Vault;
using FieldKit.Protocol;

namespace FieldKit.Device.Enrolment;

/// <summary>Makes this device known to a reporting point with a one-time code, and remembers what it then is.</summary>
public sealed class Enrolment(ISealedStore store, IDeviceKeys keys, IReportingPoint reportingPoint, TimeProvider time)
{
    private static readonly RecordKey CurrentKey = new(DeviceStores.Enrolment, "current");
    private static readonly RecordKey PendingKey = new(DeviceStores.Enrolment, "pending");
    private EnrolledDevice? current;

    /// <summary>Needs no PIN. Null before the first enrolment.</summary>
    public async ValueTask<EnrolledDevice?> CurrentAsync()
    {
        if (current is null && await store.ReadAsync(CurrentKey, KeyTier.Device) is { } record)
        {
            current = JsonSerializer.Deserialize(record.Plaintext, DeviceJson.Default.EnrolledDevice);
        }

        return current;
    }

    /// <summary>What sealing goes by: read anew, because another tab may have heard of a revocation.</summary>
    /// <exception cref="InvalidOperationException">Not enrolled.</exception>
    /// <exception cref="DeviceRevokedException"></exception>
    internal async ValueTask<EnrolledDevice> ForSealingAsync()
    {
        ReadAgain();
        var enrolled = await CurrentAsync() ?? throw new InvalidOperationException("Enrol before sealing.");
        return enrolled.RevokedAt is null ? enrolled : throw new DeviceRevokedException();
    }

    /// <summary>Writes down what is new about this enrolment. Nothing happens when the device was enrolled anew meanwhile.</summary>
    internal async ValueTask UpdateAsync(Guid device, Func<EnrolledDevice, EnrolledDevice> change)
    {
        if (await store.ReadAsync(CurrentKey, KeyTier.Device) is { } record
            && JsonSerializer.Deserialize(record.Plaintext, DeviceJson.Default.EnrolledDevice) is { } stored && stored.Device == device)
        {
            var changed = change(stored);
            if (changed != stored)
            {
                await store.CommitAsync([new(CurrentKey, record.Version, KeyTier.Device, JsonSerializer.SerializeToUtf8Bytes(changed, DeviceJson.Default.EnrolledDevice))]);
            }

            current = changed;
        }
    }

    /// <summary>The reporting point answered at this moment by its clock: the token may be due for the next.</summary>
    internal async ValueTask HeardAsync(DateTimeOffset at)
    {
        if (await CurrentAsync() is not { } device || device.Heard(at) == device)
        {
            return;
        }

        try
        {
            await UpdateAsync(device.Device, stored => stored.Heard(at));
        }
        catch (Exception failure) when (failure is StaleRecordException or StoreFullException)
        {
            // Another tab was first, or there is no room: it can wait, and what was exchanged counts.
        }
    }

    /// <summary>The reporting point's key was turned over, perhaps more than once.</summary>
    /// <param name="next">In order, and each vouched for by the one before it.</param>
    internal async ValueTask SucceedAsync(EnrolledDevice device, IReadOnlyList<NextEpoch> next)
    {
        try
        {
            await UpdateAsync(device.Device, stored => next.Aggregate(stored, (known, one) => known.Succeeded(one)));
        }
        catch (Exception failure) when (failure is StaleRecordException or StoreFullException)
        {
            // Another tab was first, or there is no room: what is sealed to the present key is read as well, and it is told again.
        }
    }

    /// <summary>What else to show after this was refused: what another tab wrote down meanwhile, or else the token far ahead. Null when there is nothing else.</summary>
    internal async ValueTask<EnrolledDevice?> OtherTokenAsync(EnrolledDevice refused)
    {
        ReadAgain();
        return await CurrentAsync() is not { } stored || stored.Device != refused.Device || refused.TokenStep > stored.TokenStep ? null
            : refused.TokenStep < stored.TokenStep ? stored
            : stored.Leapt();
    }

    /// <summary>The reporting point let it in with this token.</summary>
    internal ValueTask AdmittedAsync(EnrolledDevice shown) => UpdateAsync(shown.Device, stored =>
        shown.TokenStep > stored.TokenStep ? stored with { Token = shown.Token, TokenStep = shown.TokenStep } : stored);

    /// <summary>Another tab enrolled this device: what is known here may be old.</summary>
    public void ReadAgain() => current = null;

    /// <summary>
    /// Enrols and leaves the vault open. A refused code changes nothing that was there; after a lost answer
    /// the same code may be tried again and asks with the same device id and token.
    /// </summary>
    /// <param name="pin">Chosen now, or that of the keys that are here already; ignored while they are open.</param>
    public async ValueTask<EnrolmentResult> EnrolAsync(string typedCode, string pin, CancellationToken cancellation = default)
    {
        if (EnrolmentCode.TryParse(typedCode) is not { } code)
        {
            return new(EnrolmentRefusals.CodeUnreadable);
        }

        if (await store.CountAsync(Outbox.Outbox.StoreName) > 0)
        {
            return new(EnrolmentRefusals.SignalsWaiting);
        }

        var (pending, version) = await BeginAsync(code);
        if (!await OpenKeysAsync(pin))
        {
            return new(EnrolmentRefusals.PinWrong);
        }

        try
        {
            var request = new EnrolmentRequest(
                code.Whole, pending.Device, await keys.PublicKeyAsync(), SHA256.HashData(Base64Url.DecodeFromChars(pending.Token)));
            var answer = await reportingPoint.EnrolAsync(request, cancellation);
            if (!code.Matches(answer.Keys))
            {
                await ForgetAsync(pending, version);
                return new(EnrolmentRefusals.KeysMismatch);
            }

            var enrolled = new EnrolledDevice(pending.Device, pending.Token, answer.Municipality, answer.Organisation, answer.Role, answer.Keys);
            await FinishAsync(enrolled with { TokenSeed = pending.TokenSeed, Admission = answer.Admission }, version);
            return EnrolmentResult.Done;
        }
        catch (ReportingPointRefusedException refusal)
        {
            await ForgetAsync(pending, version);
            return new(refusal.Code);
        }
        catch (ReportingPointUnreachableException)
        {
            return new(EnrolmentRefusals.Unreachable);
        }
    }

    private async ValueTask<(PendingEnrolment Pending, long Version)> BeginAsync(EnrolmentCode code)
    {
        var stored = await store.ReadAsync(PendingKey, KeyTier.Device);
        var earlier = stored is null ? null : JsonSerializer.Deserialize(stored.Plaintext, DeviceJson.Default.PendingEnrolment);
        if (earlier?.Code == code.Whole)
        {
            return (earlier, stored!.Version);
        }

        var makesKeys = earlier?.MadeKeys ?? !await keys.ExistAsync();
        var seed = RandomNumberGenerator.GetBytes(TokenChain.TokenBytes);
        var token = Base64Url.EncodeToString(TokenChain.TokenAt(seed, 0));
        var pending = new PendingEnrolment(code.Whole, Guid.CreateVersion7(time.GetUtcNow()), token, makesKeys, Base64Url.EncodeToString(seed));
        var version = stored?.Version ?? 0;
        await store.CommitAsync([new(PendingKey, version, KeyTier.Device, JsonSerializer.SerializeToUtf8Bytes(pending, DeviceJson.Default.PendingEnrolment))]);
        return (pending, version + 1);
    }

    private async ValueTask<bool> OpenKeysAsync(string pin)
    {
        if (keys.IsOpen)
        {
            return true;
        }

        if (await keys.ExistAsync())
        {
            return await keys.UnlockAsync(pin);
        }

        await keys.CreateAsync(pin);
        return true;
    }

    private async ValueTask FinishAsync(EnrolledDevice enrolled, long pendingVersion)
    {
        var before = await store.ReadAsync(CurrentKey, KeyTier.Device);
        var position = await store.ReadAsync(SyncPosition.Key, KeyTier.Device);
        var changes = new List<SealedChange>
        {
            new(CurrentKey, before?.Version ?? 0, KeyTier.Device, JsonSerializer.SerializeToUtf8Bytes(enrolled, DeviceJson.Default.EnrolledDevice)),
            new(PendingKey, pendingVersion, KeyTier.Device, null),
        };
        if (position is not null)
        {
            // A new device id has a message order of its own.
            changes.Add(new(SyncPosition.Key, position.Version, KeyTier.Device, null));
        }

        await store.CommitAsync(changes);
        current = enrolled;
    }

    private async ValueTask ForgetAsync(PendingEnrolment pending, long version)
    {
        // Own numbers or drafts may have been kept under those keys since the first try.
        if (pending.MadeKeys && await store.CountAsync(Contacts.OwnContacts.StoreName) == 0 && await store.CountAsync(Drafts.DraftBox.StoreName) == 0)
        {
            await keys.WipeAsync();
        }

        await store.CommitAsync([new(PendingKey, version, KeyTier.Device, null)]);
    }
}
