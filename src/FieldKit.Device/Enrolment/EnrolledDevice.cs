using System.Buffers.Text;
using FieldKit.Protocol;

namespace FieldKit.Device.Enrolment;

/// <summary>What this device is to its reporting point: an organisation's, never a person's. Readable without the PIN.</summary>
/// <param name="Token">Base64url of 32 bytes, shown with every exchange; the reporting point knows only its hash.</param>
/// <param name="Keys">Pinned at enrolment; a later epoch key only on the word of the one before it.</param>
public sealed record EnrolledDevice(
    Guid Device, string Token, string Municipality, string Organisation, string Role, ReportingPointKeys Keys)
{
    /// <summary>The reporting point has shut this device out: it delivers what is sealed, and seals nothing more.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>What its municipality wants cleared of a revoked device is gone.</summary>
    public bool IsCleared { get; init; }

    /// <summary>Base64url of what its tokens are made from (<see cref="TokenChain"/>); null when enrolled before there was more than one.</summary>
    public string? TokenSeed { get; init; }

    /// <summary>Of <see cref="Token"/> in the chain.</summary>
    public int TokenStep { get; init; }

    /// <summary>Since when <see cref="Token"/> is shown, by the reporting point's clock.</summary>
    public DateTimeOffset? TokenSince { get; init; }

    /// <summary>The reporting point's own signature that this device was enrolled; null when enrolled before there was one.</summary>
    public string? Admission { get; init; }

    /// <summary>Keys that were sealed to before, oldest first: answers to what was sealed to them come from them. Null when there are none.</summary>
    public IReadOnlyList<FormerEpoch>? Former { get; init; }

    /// <returns>The reporting point's public key of that number; null when it was never this device's.</returns>
    internal byte[]? EpochKey(int epoch) =>
        epoch == Keys.Epoch ? Keys.EpochPublicKey : Former?.FirstOrDefault(former => former.Epoch == epoch)?.PublicKey;

    /// <summary>From here on it seals to the key that came after its own; whose word that is was looked at.</summary>
    internal EnrolledDevice Succeeded(NextEpoch next) => next.Epoch != Keys.Epoch + 1 ? this : this with
    {
        Keys = Keys with { Epoch = next.Epoch, EpochPublicKey = next.PublicKey },
        Former = [.. Former ?? [], new(Keys.Epoch, Keys.EpochPublicKey)],
    };

    /// <summary>For a reporting point that does not know this device: it was restored from a backup from before the enrolment.</summary>
    internal string TokenWithAdmission => Admission is null ? Token : $"{Token}.{Admission}";

    private static readonly TimeSpan TokenLife = TimeSpan.FromDays(7);

    /// <summary>With the next token, once this one was shown for a week. The reporting point takes it when it comes, so writing it down is all.</summary>
    internal EnrolledDevice Heard(DateTimeOffset at) => TokenSince is not { } since || at < since
        ? TokenSeed is null ? this : this with { TokenSince = at }
        : at - since < TokenLife ? this
        : (Ahead(1) ?? this) with { TokenSince = at };

    /// <summary>
    /// For a reporting point that does not know the token any more, because this device was put back to an earlier state: as far
    /// ahead as it looks, which is further than it can have come.
    /// </summary>
    /// <returns>Null when there is no other token.</returns>
    internal EnrolledDevice? Leapt() => Ahead(TokenChain.Sight);

    private EnrolledDevice? Ahead(int steps)
    {
        var step = Math.Min(TokenStep + steps, TokenChain.Length);
        return TokenSeed is null || step == TokenStep
            ? null
            : this with { TokenStep = step, Token = Base64Url.EncodeToString(TokenChain.TokenAt(Base64Url.DecodeFromChars(TokenSeed), step)) };
    }
}

/// <param name="PublicKey">P-256 point, 65 bytes uncompressed.</param>
public sealed record FormerEpoch(int Epoch, byte[] PublicKey);

/// <summary>Written before the request goes out, so that a lost answer is asked for again with the same id and token.</summary>
/// <param name="MadeKeys">This attempt made the device's keys: they go again when the code is refused.</param>
/// <param name="TokenSeed">As in <see cref="EnrolledDevice"/>.</param>
internal sealed record PendingEnrolment(string Code, Guid Device, string Token, bool MadeKeys, string? TokenSeed = null);
