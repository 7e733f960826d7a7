namespace FieldKit.EndToEnd.Tests.Access;

/// <summary>One walk over every page and state of the desk; each test reads what it found of one kind.</summary>
[Collection(SiteCollection.Name)]
public sealed class EveryDeskPageTests(DeskWalk walk) : IClassFixture<DeskWalk>
{
    [Fact]
    public void Axe_finds_nothing_in_any_theme_nor_in_letters_twice_as_large_nor_on_paper() => None(Judged.Axe);

    [Fact]
    public void Nothing_leaves_the_screen_nor_stands_over_another_also_in_letters_twice_as_large() => None(Judged.Room);

    [Fact]
    public void Targets_are_24_pixels_and_main_actions_44() => None(Judged.Targets);

    [Fact]
    public void By_tab_key_each_stop_is_seen_and_lies_further_down() => None(Judged.Focus);

    [Fact]
    public void From_right_to_left_each_page_is_mirrored_and_longer_words_fit() => None(Judged.RightToLeft);

    private void None(Judged by)
    {
        Assert.True(walk.Places > 40, $"Only {walk.Places} places were judged.");
        var found = walk.Findings.Where(finding => finding.By == by).Distinct().ToArray();
        Assert.True(found.Length == 0, string.Join('\n', found.AsEnumerable()));
    }
}
