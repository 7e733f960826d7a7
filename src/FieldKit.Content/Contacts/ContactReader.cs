using FieldKit.Content.Reading;
using FieldKit.Domain.Contacts;

namespace FieldKit.Content.Contacts;

/// <summary>The keys that the fact base names in Dutch (E3.9) are kept: bron, gecontroleerd_op, vervalt_op.</summary>
internal static class ContactReader
{
    private static readonly Dictionary<string, string> Known = Situations.Known.ToDictionary(situation => situation, StringComparer.Ordinal);

    public static IReadOnlyList<Contact> Read(YamlMap map) => map.Done<IReadOnlyList<Contact>>([.. map.Maps("contacts").Select(ReadContact)]);

    private static Contact ReadContact(YamlMap map) => map.Done(new Contact(
        map.Text("id"),
        map.Local("name"),
        map.Local("purpose"),
        map.OptionalLocal("not_for"),
        map.OptionalText("phone"),
        map.OptionalText("mail"),
        map.OptionalLocal("hours"),
        map.Flag("always_open"),
        map.OptionalText("municipality"),
        map.Text("status"),
        map.Texts("bron"),
        map.Date("gecontroleerd_op"),
        map.Date("vervalt_op"),
        map.Flag("emergency"),
        map.Flag("fill_in_locally"),
        map.OptionalLocal("note"),
        map.Texts("facts"),
        map.OptionalText("site"),
        map.Map("opening") is { } opening ? OpeningReader.Read(opening) : null,
        map.Choices("situations", Known, ""),
        map.Texts("meanwhile")));
}
