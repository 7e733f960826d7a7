namespace FieldKit.Device.Sync;

/// <summary>What the device itself makes of a refusal; the reporting point's codes are in <see cref="Protocol.Refusals"/>.</summary>
public static class SyncRefusals
{
    /// <summary>It speaks only earlier versions than this app: not the app is to be updated, but the reporting point.</summary>
    public const string ReportingPointOlder = "reporting-point-older";
}
