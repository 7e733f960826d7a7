using System.Text.Json.Serialization;

namespace FieldKit.Device.Outbox;

/// <summary>What is being written about a sent signal. Change <see cref="Text"/> and save.</summary>
public sealed class FollowUpDraft
{
    /// <summary>The signal.</summary>
    public required Guid About { get; init; }

    /// <summary>It is the reason for taking the signal back.</summary>
    public required bool Withdraws { get; init; }

    public string Text { get; set; } = "";

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>The stored record's version; 0: not stored.</summary>
    [JsonIgnore]
    internal long Version { get; set; }

    /// <summary>What the stored record holds, as far as this copy knows.</summary>
    [JsonIgnore]
    internal string Stored { get; set; } = "";

    /// <summary>Set when a save failed without saying whether it was written: the next one looks first.</summary>
    [JsonIgnore]
    internal bool VersionUncertain { get; set; }

    /// <summary>Saves and sending of one draft go one after the other.</summary>
    [JsonIgnore]
    internal SemaphoreSlim Turn { get; } = new(1, 1);
}
