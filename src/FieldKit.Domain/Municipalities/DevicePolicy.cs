namespace FieldKit.Domain.Municipalities;

/// <summary>How long a device keeps what it keeps, and when it clears by itself. What a municipality does not set holds as it stands here.</summary>
/// <param name="WrongTries">After so many wrong PINs in a row the device wipes itself; what is sealed is still delivered.</param>
/// <param name="ReadableDays">So long the writer can read a signal back after it was delivered.</param>
/// <param name="DraftDays">So long a draft stays that nobody touches.</param>
/// <param name="DraftWarningDays">From then on the writer is told that it will go.</param>
/// <param name="RevokedClears">What a revoked device clears, beside taking nothing new; null in content from before it could be set.</param>
/// <param name="Facts">Ids of the fact base; null where nothing was set.</param>
public sealed record DevicePolicy(
    int WrongTries = 10,
    int ReadableDays = 14,
    int DraftDays = 30,
    int DraftWarningDays = 25,
    IReadOnlyList<DeviceBelonging>? RevokedClears = null,
    IReadOnlyList<string>? Facts = null)
{
    public static DevicePolicy Default { get; } = new();

    /// <summary>Everything, unless the municipality says less: a phone that is revoked is most often one that was lost.</summary>
    public IReadOnlyList<DeviceBelonging> RevokedClears { get; init; } = RevokedClears ?? Enum.GetValues<DeviceBelonging>();

    /// <summary>Holds also without content, and for a municipality that is not in it.</summary>
    public static DevicePolicy Of(ContentBundle? content, string? municipality) =>
        content?.Municipalities.FirstOrDefault(one => one.Id == municipality)?.Device ?? Default;
}

/// <summary>What a device has of its owner's, beside the sealed outbox, which nothing clears.</summary>
public enum DeviceBelonging
{
    Drafts,

    /// <summary>Readable copies of signals, and the answers to them.</summary>
    Readable,
    OwnContacts,
}
