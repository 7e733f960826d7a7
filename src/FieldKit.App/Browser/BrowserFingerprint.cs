using System.Runtime.Versioning;
using FieldKit.Device.Vault;

namespace FieldKit.App.Browser;

/// <summary>WebAuthn with the PRF extension.</summary>
[SupportedOSPlatform("browser")]
internal sealed class BrowserFingerprint(BrowserDeviceKeys keys, TimeProvider time) : IFingerprint
{
    public async ValueTask<FingerprintState> StateAsync()
    {
        await DeviceModule.LoadAsync();
        return await DeviceModule.FingerprintStateAsync() switch
        {
            "on" => FingerprintState.On,
            "off" => FingerprintState.Off,
            _ => FingerprintState.Impossible,
        };
    }

    public async ValueTask<FingerprintAnswer> TurnOnAsync(string pin, string name, int wipeAfter = WrongTries.UsualLimit)
    {
        await DeviceModule.LoadAsync();
        return Answer(await DeviceModule.FingerprintOnAsync(pin, TryRule.Json(time, wipeAfter), name));
    }

    public async ValueTask TurnOffAsync()
    {
        await DeviceModule.LoadAsync();
        await DeviceModule.FingerprintOffAsync();
    }

    public async ValueTask<FingerprintAnswer> UnlockAsync()
    {
        await DeviceModule.LoadAsync();
        var answer = Answer(await DeviceModule.FingerprintUnlockAsync());
        if (answer == FingerprintAnswer.Done)
        {
            keys.HasOpened();
        }

        return answer;
    }

    private static FingerprintAnswer Answer(string word) => word switch
    {
        "on" or "open" => FingerprintAnswer.Done,
        "wrong" => FingerprintAnswer.WrongPin,
        "too-soon" => FingerprintAnswer.TooSoon,
        "left" or "locked" => FingerprintAnswer.Left,
        _ => FingerprintAnswer.Impossible,
    };
}
