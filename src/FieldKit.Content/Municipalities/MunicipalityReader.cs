using FieldKit.Content.Reading;
using FieldKit.Domain.Municipalities;

namespace FieldKit.Content.Municipalities;

internal static class MunicipalityReader
{
    public static Municipality Read(YamlMap map) => map.Done(new Municipality(
        map.Text("id"),
        map.Local("name"),
        map.Local("reporting_point"),
        [.. map.Maps("stages").Select(ReadStage)],
        map.Texts("facts")));

    private static Stage ReadStage(YamlMap map) => map.Done(new Stage(
        map.Text("id"),
        map.Local("name"),
        map.Local("explanation"),
        map.Texts("next")));
}
