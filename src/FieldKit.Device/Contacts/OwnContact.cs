using System.Text.Json.Serialization;

namespace FieldKit.Device.Contacts;

/// <summary>A number that the user filled in: of a colleague, so it is kept in the vault and goes nowhere.</summary>
/// <param name="Id">That of the contact in the content whose place it fills, or one of its own.</param>
/// <param name="Name">A role or a function.</param>
public sealed record OwnContact(string Id, string Name, string Phone, string Mail, string Note)
{
    /// <summary>The stored record's version; 0: not stored.</summary>
    [JsonIgnore]
    public long Version { get; init; }
}
