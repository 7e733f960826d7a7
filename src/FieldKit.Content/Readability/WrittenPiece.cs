using FieldKit.Domain.Languages;

namespace FieldKit.Content.Readability;

/// <summary>A label, a heading or a paragraph in one language, with the thing that it belongs to.</summary>
internal sealed record WrittenPiece(object About, string Language, string Text)
{
    public static IEnumerable<WrittenPiece> Of(object about, params IEnumerable<LocalText?> texts) =>
        from text in texts
        where text is not null
        from spoken in text.ByLanguage
        select new WrittenPiece(about, spoken.Key, spoken.Value);
}
