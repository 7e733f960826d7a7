using System.Text.Json.Serialization;
using FieldKit.Device.Drafts;

namespace FieldKit.Device.Outbox;

/// <summary>What is being written about a sent signal. Change <see cref="Text"/> and save.</summary>
public sealed class FollowUpDraft : KeptWriting
{
    /// <summary>The signal.</summary>
    public required Guid About { get; init; }

    /// <summary>It is the reason for taking the signal back.</summary>
    public required bool Withdraws { get; init; }

    public string Text { get; set; } = "";

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>What the stored record holds, as far as this copy knows.</summary>
    [JsonIgnore]
    internal string Stored { get; set; } = "";
}
