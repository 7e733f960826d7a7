using System.Text.Json.Serialization;
using FieldKit.Domain.Forms;
using FieldKit.Domain.Signals;

namespace FieldKit.Device.Drafts;

/// <summary>A signal being written. Change <see cref="Answers"/> and save; what is saved is what it holds at that moment.</summary>
public sealed class Draft : KeptWriting
{
    /// <summary>Begun on a device without a link: it goes to the municipality that the device is linked with in the end.</summary>
    public const string AnyMunicipality = "";

    /// <summary>UUIDv7; the signal that comes of it may keep this id.</summary>
    public required Guid Id { get; init; }

    public required string Form { get; init; }

    /// <summary>The version that it began with, until its writer moves it to a newer one; <see cref="DraftBox.FormAsync"/> keeps that definition.</summary>
    public required int FormVersion { get; set; }

    /// <summary>The municipality that the device was linked with; <see cref="AnyMunicipality"/> when with none yet.</summary>
    public required string Municipality { get; init; }

    public required string Language { get; set; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Keyed as <see cref="AnswerKey.ToString"/>.</summary>
    public required Dictionary<string, FormAnswer> Answers { get; init; }

    public required IReadOnlyList<PathStep> Path { get; init; }

    /// <summary>Questions of the writing help that the writer waved away; no part of what is sealed.</summary>
    public HashSet<string> Dismissed { get; set; } = [];

    /// <summary>What had no place in the newer form that it was moved to. It never leaves; it stays here until its writer throws it away.</summary>
    public IReadOnlyList<LeftAnswer> LeftBehind { get; set; } = [];

    /// <summary>What the stored record holds, as far as this copy knows: what was changed here since then is this writer's.</summary>
    [JsonIgnore]
    internal IReadOnlyDictionary<string, FormAnswer> Stored { get; set; } = new Dictionary<string, FormAnswer>();

    internal void Take(IReadOnlyDictionary<string, FormAnswer> answers)
    {
        var taken = answers.ToList();
        Answers.Clear();
        foreach (var (key, answer) in taken)
        {
            Answers[key] = answer;
        }
    }
}
