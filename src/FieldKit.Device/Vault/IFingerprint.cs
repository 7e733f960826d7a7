namespace FieldKit.Device.Vault;

public enum FingerprintState
{
    /// <summary>This device has no check of its owner that can open anything.</summary>
    Impossible,
    Off,
    On,
}

public enum FingerprintAnswer
{
    Done,
    WrongPin,
    TooSoon,

    /// <summary>Turned away, too slow or not recognised: the device does not tell these apart.</summary>
    Left,

    /// <summary>The device could not, after all.</summary>
    Impossible,
}

/// <summary>
/// Port to the device's own check of its owner, by fingerprint, face or screen lock, as a second way into the same vault. The
/// PIN always keeps working, and wiping takes both.
/// </summary>
public interface IFingerprint
{
    ValueTask<FingerprintState> StateAsync();

    /// <summary>Asks for the PIN again, so that whoever finds the vault open cannot let themselves in for good; it counts as a try.</summary>
    /// <param name="name">What the device's own list calls this.</param>
    ValueTask<FingerprintAnswer> TurnOnAsync(string pin, string name, int wipeAfter = WrongTries.UsualLimit);

    ValueTask TurnOffAsync();

    /// <summary>Opens the vault, also while wrong PINs have to wait; sets their count back.</summary>
    ValueTask<FingerprintAnswer> UnlockAsync();
}
