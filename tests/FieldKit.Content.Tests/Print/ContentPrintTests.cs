using System.Text.RegularExpressions;
using FieldKit.Content.Print;
using FieldKit.Domain;
using FieldKit.Domain.Flowcharts;
using FieldKit.Domain.Languages;

namespace FieldKit.Content.Tests.Print;

public sealed partial class ContentPrintTests
{
    private static readonly ContentBundle Bundle = ContentCompiler.Compile(RepositoryContent.Folder, new DateOnly(2026, 11, 22)).Bundle!;

    [Fact]
    public void Every_flowchart_and_guide_has_a_sheet_with_date_facts_and_place() =>
        Assert.All(Sheets().Zip([.. Bundle.Flowcharts.Select(chart => chart.Facts[0]), .. Bundle.Guides.Select(guide => guide.Facts[0])]), pair =>
        {
            Assert.Contains("Inhoud van 22-11-2026", pair.First.Html);
            Assert.Contains(pair.Second, pair.First.Html);
            Assert.Matches("Alle gemeenten|Utrecht|Arnhem|Nijmegen", pair.First.Html);
        });

    [Fact]
    public void A_public_source_is_named_at_the_foot()
    {
        var titles = ContentCompiler.Compile(RepositoryContent.Folder, new DateOnly(2026, 11, 22)).SourceTitles;
        Assert.All(ContentPrint.Sheets(Bundle, null, "nl", titles), sheet => Assert.Equal(
            (Bundle.Flowcharts.FirstOrDefault(chart => chart.Id == sheet.Name)?.Facts ?? Bundle.Guides.Single(guide => guide.Id == sheet.Name).Facts).Any(titles.ContainsKey),
            sheet.Html.Contains("<br>Bronnen: P", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_number_is_not_cut_at_its_hyphen() =>
        Assert.Contains("<span class=\"tel\">088-2080080</span>", Sheets().Single(sheet => sheet.Name == "F03").Html);

    [Fact]
    public void Sheets_fetch_nothing_and_run_nothing() =>
        Assert.All(Sheets(), sheet => Assert.Empty(Fetching().Matches(sheet.Html)));

    [Fact]
    public void A_sheet_has_every_step_of_its_chart_and_number_for_every_choice() =>
        Assert.All(Bundle.Flowcharts, chart =>
        {
            var layout = PosterLayout.Of(chart, new PrintContext(Bundle, null, "nl"));
            Assert.Equal(chart.Steps.Count, layout.Boxes.Select(box => box.Step.Id).Distinct().Count());
            Assert.Equal(Enumerable.Range(1, chart.Steps.Count), layout.Boxes.Select(box => box.Number));
        });

    [Fact]
    public void Boxes_stay_on_the_page_and_off_each_other() =>
        Assert.All(Bundle.Flowcharts, chart =>
        {
            var boxes = PosterLayout.Of(chart, new PrintContext(Bundle, null, "nl")).Boxes;
            Assert.All(boxes, box => Assert.True(box.X >= 0 && box.X + box.Width <= PosterLayout.Width));
            Assert.All(boxes.SelectMany(one => boxes.Where(other => other.Number > one.Number).Select(other => (one, other))), pair => Assert.True(
                pair.one.X + pair.one.Width <= pair.other.X || pair.other.X + pair.other.Width <= pair.one.X
                || pair.one.Y + pair.one.Height <= pair.other.Y || pair.other.Y + pair.other.Height <= pair.one.Y));
        });

    // Inside a row two points of a line stand right above each other, so that the curve between them is straight.
    [Fact]
    public void No_line_runs_behind_a_box() =>
        Assert.All(Bundle.Flowcharts, chart =>
        {
            var layout = PosterLayout.Of(chart, new PrintContext(Bundle, null, "nl"));
            var lines =
                from box in layout.Boxes
                from choice in box.Step.Choices
                where !choice.Returns && layout.BoxOf(choice.To) is not null
                select (From: box, To: layout.BoxOf(choice.To)!);
            Assert.All(lines, line => Assert.All(
                PosterArrow.Way(layout, line.From, line.To).Zip(PosterArrow.Way(layout, line.From, line.To).Skip(1)),
                leg => Assert.DoesNotContain(layout.Boxes, box => box != line.From && box != line.To
                    && Math.Min(leg.First.Y, leg.Second.Y) < box.Y + box.Height - 0.1 && Math.Max(leg.First.Y, leg.Second.Y) > box.Y + 0.1
                    && Math.Min(leg.First.X, leg.Second.X) < box.X + box.Width && Math.Max(leg.First.X, leg.Second.X) > box.X)));
        });

    [Fact]
    public void A_step_stands_below_everything_that_leads_to_it()
    {
        var layout = PosterLayout.Of(Bundle.Flowcharts[0], new PrintContext(Bundle, null, "nl"));
        Assert.All(
            from box in layout.Boxes
            from choice in box.Step.Choices
            where !choice.Returns && layout.BoxOf(choice.To) is not null
            select (Above: box, Below: layout.BoxOf(choice.To)!),
            pair => Assert.True(pair.Above.Y + pair.Above.Height < pair.Below.Y));
    }

    [Fact]
    public void A_chart_too_long_for_a_page_becomes_a_list_of_its_steps()
    {
        var steps = Enumerable.Range(0, 30).Select(number => new FlowStep(
            $"s{number}", new LocalText($"Vraag {number}"), null, false, number < 29 ? [new(new LocalText("Verder"), $"s{number + 1}")] : [],
            number < 29 ? null : new([], [], true), []));
        var chart = Bundle.Flowcharts[0] with { Id = "F99", Start = "s0", Steps = [.. steps] };

        var sheet = ContentPrint.Sheets(Bundle with { Flowcharts = [chart], Guides = [] }, null, "nl").Single();

        Assert.False(sheet.IsPoster);
        Assert.Contains("Verder → ga naar <strong>30</strong>", sheet.Html);
    }

    [Fact]
    public void Only_what_holds_for_the_municipality_is_printed_for_it()
    {
        var arnhem = Bundle.Municipalities.Single(known => known.Id == "arnhem");
        var sheets = ContentPrint.Sheets(Bundle, arnhem, "nl").ToList();
        Assert.DoesNotContain(sheets, sheet => Bundle.Flowcharts.Any(chart => chart.Id == sheet.Name && chart.Municipality is not (null or "arnhem")));
        Assert.All(sheets, sheet => Assert.Contains("Arnhem", sheet.Html));
        Assert.DoesNotContain(sheets, sheet => sheet.Html.Contains("radicalisering@utrecht.nl", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_that_looks_like_markup_is_printed_as_text()
    {
        var chart = Bundle.Flowcharts[0] with { Title = new LocalText("<script>\"'&") };
        var html = ContentPrint.Sheets(Bundle with { Flowcharts = [chart], Guides = [] }, null, "nl").Single().Html;
        Assert.DoesNotContain("<script", html);
        Assert.Contains("&lt;script&gt;", html);
    }

    [Fact]
    public void Links_become_what_can_be_used_on_paper()
    {
        var html = ContentPrint.Sheets(new SmallContent().Compile().Bundle!, null, "nl").Last().Html;
        Assert.DoesNotContain("<a ", html);
    }

    [Fact]
    public void English_is_printed_where_it_is_asked_for()
    {
        var sheet = ContentPrint.Sheets(Bundle, null, "en").First();
        Assert.Contains("<html lang=\"en\">", sheet.Html);
        Assert.Contains("Content of 22-11-2026", sheet.Html);
    }

    private static List<PrintedSheet> Sheets() => [.. ContentPrint.Sheets(Bundle, null, "nl")];

    [GeneratedRegex("<script|<link|<img|<iframe|\\ssrc=|\\shref=|url\\((?!#)|@import", RegexOptions.IgnoreCase)]
    private static partial Regex Fetching();
}
