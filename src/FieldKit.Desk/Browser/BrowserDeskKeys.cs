using System.Text.Json;
using FieldKit.Desk.Keys;
using FieldKit.Protocol;

namespace FieldKit.Desk.Browser;

/// <summary>The desk's keys in WebCrypto: they never enter .NET.</summary>
internal sealed class BrowserDeskKeys : IDeskKeys
{
    private bool loaded;

    public async ValueTask<bool> UnlockAsync(StaffSession staff, StaffKeyring keyring, string passphrase)
    {
        await LoadAsync();
        var json = JsonSerializer.Serialize(keyring, ProtocolJson.Default.StaffKeyring);
        return await DeskModule.UnlockAsync(json, staff.Staff.ToString("D"), staff.Municipality, passphrase);
    }

    public async ValueTask<WrappedStaffKey> MakeOwnKeyAsync(Guid staff, string passphrase)
    {
        await LoadAsync();
        return JsonSerializer.Deserialize(await DeskModule.MakeOwnKeyAsync(staff.ToString("D"), passphrase), ProtocolJson.Default.WrappedStaffKey)!;
    }

    public async ValueTask<IReadOnlyList<WrappedEpochKey>?> WrapAgainAsync(StaffSession staff, StaffKeyring keyring, string passphrase, byte[] reader)
    {
        await LoadAsync();
        var json = JsonSerializer.Serialize(keyring, ProtocolJson.Default.StaffKeyring);
        return await DeskModule.WrapAgainAsync(json, staff.Staff.ToString("D"), staff.Municipality, passphrase, reader) is { } wrapped
            ? JsonSerializer.Deserialize(wrapped, ProtocolJson.Default.IReadOnlyListWrappedEpochKey)
            : null;
    }

    public async ValueTask<NewEpochKey?> TurnOverAsync(StaffSession staff, StaffKeyring keyring, string passphrase, IReadOnlyList<byte[]> readers)
    {
        await LoadAsync();
        var json = JsonSerializer.Serialize(keyring, ProtocolJson.Default.StaffKeyring);
        var made = await DeskModule.TurnOverAsync(
            json, staff.Staff.ToString("D"), staff.Municipality, passphrase, JsonSerializer.Serialize(readers, KeysJson.Default.IReadOnlyListByteArray));
        return made is null ? null : JsonSerializer.Deserialize(made, KeysJson.Default.NewEpochKey);
    }

    public void Lock()
    {
        // A module that was never loaded holds no key.
        if (loaded)
        {
            DeskModule.Lock();
        }
    }

    public async ValueTask<byte[]> OpenSignalAsync(int epoch, byte[] devicePublicKey, byte[] associatedData, byte[] sealedBytes)
    {
        await LoadAsync();
        using var answer = await DeskModule.OpenSignalAsync(epoch, devicePublicKey, associatedData, sealedBytes);
        DeskModule.Check(answer);
        return answer.GetPropertyAsByteArray("bytes")!;
    }

    public async ValueTask<SealedAnswer> SealAnswerAsync(int epoch, byte[] devicePublicKey, byte[] associatedData, byte[] plaintext)
    {
        await LoadAsync();
        using var answer = await DeskModule.SealAnswerAsync(epoch, devicePublicKey, associatedData, plaintext);
        DeskModule.Check(answer);
        return new(answer.GetPropertyAsByteArray("forDevice")!, answer.GetPropertyAsByteArray("forDesk")!);
    }

    public async ValueTask<byte[]> OpenAnswerAsync(int epoch, byte[] associatedData, byte[] sealedBytes)
    {
        await LoadAsync();
        using var answer = await DeskModule.OpenOwnAnswerAsync(epoch, associatedData, sealedBytes);
        DeskModule.Check(answer);
        return answer.GetPropertyAsByteArray("bytes")!;
    }

    public async ValueTask<byte[]> SealReasonAsync(int epoch, byte[] associatedData, byte[] plaintext)
    {
        await LoadAsync();
        using var answer = await DeskModule.SealReasonAsync(epoch, associatedData, plaintext);
        DeskModule.Check(answer);
        return answer.GetPropertyAsByteArray("bytes")!;
    }

    public async ValueTask<byte[]> OpenReasonAsync(int epoch, byte[] associatedData, byte[] sealedBytes)
    {
        await LoadAsync();
        using var answer = await DeskModule.OpenReasonAsync(epoch, associatedData, sealedBytes);
        DeskModule.Check(answer);
        return answer.GetPropertyAsByteArray("bytes")!;
    }

    public async ValueTask<bool> VerifyAsync(byte[] publicKey, byte[] statement, byte[] signature)
    {
        await LoadAsync();
        return await DeskModule.VerifyAsync(publicKey, statement, signature);
    }

    private async Task LoadAsync()
    {
        await DeskModule.LoadAsync();
        loaded = true;
    }
}
