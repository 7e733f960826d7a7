using FieldKit.Content.Reading;
using FieldKit.Domain.Advice;

namespace FieldKit.Content.Advice;

internal static class AdviceReader
{
    public static AdviceTemplate Read(YamlMap map) => map.Done(new AdviceTemplate(
        map.Text("id"),
        map.Local("title"),
        map.Local("text"),
        map.OptionalText("municipality"),
        map.Texts("guides"),
        map.Texts("contacts"),
        map.Texts("facts")));
}
