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
        map.OptionalLocal("night"),
        map.Map("device") is { } device ? DevicePolicyReader.Read(device) : null,
        map.Map("afterwards") is { } afterwards ? ReadAfterwards(afterwards) : null));

    private static Afterwards ReadAfterwards(YamlMap map) => map.Done(new Afterwards(
        map.Local("reader"),
        map.Local("answer"),
        map.Texts("meanwhile"),
        map.Local("care"),
        map.Text("care_guide"),
        map.Texts("care_contacts"),
        map.Texts("facts")));

    private static Stage ReadStage(YamlMap map) => map.Done(new Stage(
        map.Text("id"),
        map.Local("name"),
        map.Local("explanation"),
        map.Texts("next"),
        map.Texts("facts"),
        map.Number("keep_days"),
        map.Texts("two_people") is { Count: > 0 } twoPeople ? twoPeople : null,
        map.Flag("meeting") ? true : null));

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
