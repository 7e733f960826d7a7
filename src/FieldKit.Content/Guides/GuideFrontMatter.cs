using FieldKit.Content.Reading;

namespace FieldKit.Content.Guides;

/// <summary>What stands above a guide. Contacts, facts and date hold for every language, and stand in the Dutch file alone.</summary>
internal sealed record GuideFrontMatter(
    string Id,
    string Title,
    string Audience,
    string Purpose,
    IReadOnlyList<string> Contacts,
    IReadOnlyList<string> Facts,
    DateOnly Updated)
{
    public static GuideFrontMatter Read(YamlMap map, bool dutch)
    {
        return map.Done(new GuideFrontMatter(
            map.Text("id"),
            TextOf("title"),
            TextOf("audience"),
            TextOf("purpose"),
            dutch ? map.Texts("contacts") : [],
            dutch ? map.Texts("facts") : [],
            dutch ? map.Date("updated") : default));

        string TextOf(string key) => map.Text(key) is var read && !string.IsNullOrWhiteSpace(read) ? read : "?";
    }
}
