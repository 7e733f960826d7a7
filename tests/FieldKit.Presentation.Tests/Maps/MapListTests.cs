using FieldKit.Presentation.Maps;

namespace FieldKit.Presentation.Tests.Maps;

public sealed class MapListTests
{
    [Fact]
    public void Each_box_stands_in_it_once_and_later_answers_name_its_number()
    {
        var list = MapList.Of(Maps.Diamond);

        Assert.Equal(("a", 1), (list.Box.Id, list.Number));
        Assert.Equal(["b", "c"], list.Branches.Select(branch => branch.Below!.Box.Id));
        var d = list.Branches[0].Below!.Branches[0].Below!;
        Assert.Equal(("d", 3), (d.Box.Id, d.Number));
        Assert.Equal((null, 3), (list.Branches[1].Below!.Branches[0].Below, list.Branches[1].Below!.Branches[0].Number));
    }

    [Fact]
    public void A_line_that_returns_does_not_grow_for_ever()
    {
        var back = MapList.Of(Maps.Diamond).Branches[0].Below!.Branches[0].Below!.Branches[0];

        Assert.Equal((null, 1), (back.Below, back.Number));
    }
}
