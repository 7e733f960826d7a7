namespace FieldKit.Presentation.Storage;

/// <summary>In bytes.</summary>
/// <param name="Quota">What this app may keep altogether.</param>
public sealed record Room(long Used, long Quota)
{
    private const long Megabyte = 1024 * 1024;

    public long Left => Math.Max(0, Quota - Used);

    /// <summary>"12 MB", "1,4 GB"; less than one megabyte is one.</summary>
    public static string Words(long bytes, Texts texts)
    {
        var megabytes = Math.Max(1, bytes / Megabyte);
        return megabytes < 1000 ? texts["room.mb", megabytes] : texts["room.gb", Math.Round(megabytes / 1024d, 1)];
    }
}
