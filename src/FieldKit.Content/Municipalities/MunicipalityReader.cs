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
        map.Texts("facts"),
        [.. map.Maps("chain").Select(ReadChainStep)],
        map.OptionalLocal("night")));

    private static Stage ReadStage(YamlMap map) => map.Done(new Stage(
        map.Text("id"),
        map.Local("name"),
        map.Local("explanation"),
        map.Texts("next"),
        map.Texts("facts")));

    private static ChainStep ReadChainStep(YamlMap map) => map.Done(new ChainStep(
        map.Text("id"),
        map.Local("name"),
        map.Local("what"),
        map.OptionalLocal("who"),
        map.OptionalLocal("when"),
        map.OptionalLocal("gap"),
        map.OptionalText("stage"),
        map.Texts("facts")));
}
