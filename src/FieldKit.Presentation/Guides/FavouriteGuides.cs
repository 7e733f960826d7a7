using FieldKit.Domain.Guides;

namespace FieldKit.Presentation.Guides;

/// <summary>Guides that a person wants at the top, kept on this device only.</summary>
public sealed class FavouriteGuides(IPreferences preferences)
{
    private const string Preference = "guide-favourites";

    public bool Has(string id) => Kept().Contains(id);

    public void Toggle(string id) =>
        preferences.Write(Preference, string.Join(',', Has(id) ? Kept().Where(other => other != id) : Kept().Append(id)));

    /// <summary>Favourites before the rest; within both, the order of the content.</summary>
    public IReadOnlyList<Guide> First(IReadOnlyList<Guide> guides) => [.. guides.OrderBy(guide => Has(guide.Id) ? 0 : 1)];

    private string[] Kept() => (preferences.Read(Preference) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
}
