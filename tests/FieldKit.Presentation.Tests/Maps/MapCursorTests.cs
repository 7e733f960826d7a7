using FieldKit.Presentation.Maps;

namespace FieldKit.Presentation.Tests.Maps;

public sealed class MapCursorTests
{
    private readonly MapCursor cursor = new(Maps.Diamond);

    [Fact]
    public void It_begins_where_the_walker_stands() => Assert.Equal("d", cursor.At.Id);

    [Theory]
    [InlineData("down", "home", "down")]
    [InlineData("up", "home down", "down up")]
    public void Down_follows_the_way_that_was_walked_and_up_goes_back(string expectation, string before, string moves)
    {
        Press(before);
        var from = cursor.At.Id;

        Press(moves);

        Assert.Equal(expectation == "down" ? "c" : from, cursor.At.Id);
    }

    [Fact]
    public void Up_takes_the_walked_line_when_nobody_came_along_another()
    {
        Press("up up");

        Assert.Equal("a", cursor.At.Id);
    }

    [Fact]
    public void Up_at_the_beginning_goes_nowhere_but_where_a_line_comes_back_from()
    {
        Press("home up");

        Assert.Equal("d", cursor.At.Id);
    }

    [Fact]
    public void Left_and_right_pass_every_box_as_they_stand()
    {
        cursor.Lie(["a", "c", "b", "d"]);
        Press("home");
        var passed = new List<string>();
        for (var at = 0; at < 5; at++)
        {
            passed.Add(cursor.At.Id);
            Press("right");
        }

        Assert.Equal(["a", "c", "b", "d", "d"], passed);
        Press("left left left left");
        Assert.Equal("a", cursor.At.Id);
    }

    [Fact]
    public void Another_key_stays()
    {
        Press("elsewhere");

        Assert.Equal("d", cursor.At.Id);
    }

    private void Press(string keys) => keys.Split(' ').ToList().ForEach(cursor.Move);
}
