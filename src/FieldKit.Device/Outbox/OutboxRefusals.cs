namespace FieldKit.Device.Outbox;

/// <summary>Why the device itself set something aside, beside what the reporting point may say (Refusals in FieldKit.Protocol).</summary>
public static class OutboxRefusals
{
    /// <summary>The sealed bytes no longer open under the device's key, or are gone: storage that went bad.</summary>
    public const string Damaged = "damaged";
}
