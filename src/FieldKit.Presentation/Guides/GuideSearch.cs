using FieldKit.Domain.Guides;

namespace FieldKit.Presentation.Guides;

/// <summary>Guides by what they are about and whom they are for.</summary>
public static class GuideSearch
{
    /// <param name="words">In any order; each stands in title, audience or purpose. Empty finds all.</param>
    public static IReadOnlyList<Guide> Find(IReadOnlyList<Guide> guides, string words, Texts texts) =>
    [
        .. guides.Where(guide => words
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => $"{texts[guide.Title]} {texts[guide.Audience]} {texts[guide.Purpose]}".Contains(word, StringComparison.CurrentCultureIgnoreCase))),
    ];
}
