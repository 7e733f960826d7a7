using FieldKit.Domain;
using FieldKit.Domain.Languages;
using FieldKit.Domain.Municipalities;

namespace FieldKit.Content.Print;

/// <summary>Every flowchart and guide on paper: for the wall of a team room, and for whoever has no telephone at hand.</summary>
public static class ContentPrint
{
    /// <param name="municipality">Leaves out charts and contacts of other municipalities; null keeps all.</param>
    /// <param name="language">Dutch where a text lacks it.</param>
    /// <param name="sourceTitles">Titles of public sources by id, named at the foot; see <see cref="CompilationResult.SourceTitles"/>.</param>
    public static IEnumerable<PrintedSheet> Sheets(ContentBundle bundle, Municipality? municipality, string language, IReadOnlyDictionary<string, LocalText>? sourceTitles = null)
    {
        var print = new PrintContext(bundle, municipality, language, sourceTitles);
        foreach (var chart in bundle.Flowcharts.Where(chart => municipality is null || chart.Municipality is null || chart.Municipality == municipality.Id))
        {
            yield return FlowchartSheet.Make(chart, print);
        }

        foreach (var guide in bundle.Guides)
        {
            yield return GuideSheet.Make(guide, print);
        }
    }
}
