using FieldKit.Presentation;

namespace FieldKit.App.Layout;

/// <summary>Each language in its own words: who needs it may not read another.</summary>
internal static class LanguageNames
{
    public static IReadOnlyList<(string Language, string Name)> All { get; } = [(Texts.Dutch, "Nederlands"), (Texts.English, "English")];
}
