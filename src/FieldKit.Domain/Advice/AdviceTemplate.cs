using FieldKit.Domain.Languages;

namespace FieldKit.Domain.Advice;

/// <summary>A beginning for an advice in one kind of situation, which a person at the desk finishes in own words.</summary>
/// <param name="Title">The situation, as the desk names it.</param>
/// <param name="Text">Paragraphs with an empty line between them; <see cref="Blank"/> stands where the writer has to fill something in.</param>
/// <param name="Municipality">Null: everywhere.</param>
/// <param name="Guides">Ids of guides that go with the advice.</param>
/// <param name="Contacts">Ids of contacts that go with the advice.</param>
/// <param name="Facts">Ids of the fact base.</param>
public sealed record AdviceTemplate(
    string Id,
    LocalText Title,
    LocalText Text,
    string? Municipality,
    IReadOnlyList<string> Guides,
    IReadOnlyList<string> Contacts,
    IReadOnlyList<string> Facts)
{
    /// <summary>What stands where something must be filled in.</summary>
    public const string Blank = "[…]";
}
