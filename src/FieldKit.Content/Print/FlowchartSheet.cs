using System.Text;
using FieldKit.Domain.Flowcharts;

namespace FieldKit.Content.Print;

/// <summary>A flowchart on one page where it fits; otherwise its steps one below the other, on as many as it takes.</summary>
internal static class FlowchartSheet
{
    public static PrintedSheet Make(Flowchart chart, PrintContext print)
    {
        var layout = PosterLayout.Of(chart, print);
        var body = layout.Fits ? PosterDrawing.Draw(layout) : Steps(chart, layout, print);
        var html = PrintPage.Make(
            print, chart.Id, print[chart.Title], print[chart.Purpose], print.PlaceOf(chart.Municipality), chart.Facts, chart.Updated, body);
        return new(chart.Id, html, layout.Fits);
    }

    private static string Steps(Flowchart chart, PosterLayout layout, PrintContext print)
    {
        var body = new StringBuilder("<div class=\"steps\">");
        foreach (var box in layout.Boxes)
        {
            var step = box.Step;
            var kind = (step.Outcome is null ? "" : " outcome") + (step.Danger ? " danger" : "");
            body.Append($"<section class=\"flow{kind}\"><span class=\"number\">{box.Number}</span><div><strong>{print[step.Title]}</strong>")
                .Append(step.Explanation is { } explanation ? $"<p>{print[explanation]}</p>" : "");
            if (step.Outcome is { } outcome)
            {
                Append(body, outcome, print);
            }
            else
            {
                body.Append("<ul>")
                    .AppendJoin("", step.Choices.Select(choice => $"<li>{print[choice.Label]} → {print.Words.GoTo} <strong>{layout.NameOf(choice)}</strong></li>"))
                    .Append("</ul>");
            }

            body.Append("</div></section>\n");
        }

        // Once, at the end: the same people stand at many outcomes.
        var contacts = print.Contacts(chart.Steps.SelectMany(step => step.Outcome?.Contacts ?? []).Distinct());
        return body.Append($"</div><h2>{print.Words.Call}</h2><div class=\"contacts\">").AppendJoin("", contacts.Select(print.Card)).Append("</div>").ToString();
    }

    private static void Append(StringBuilder body, FlowOutcome outcome, PrintContext print)
    {
        body.AppendJoin("", print.Contacts(outcome.Contacts).Select(contact => $"<p>{print.Reach(contact)}</p>"))
            .AppendJoin("", outcome.Guides.Select(id => $"<p>{print.Words.Guide} {id}: {print.GuideTitle(id)}</p>"))
            .Append(outcome.OffersSignal ? $"<p>{print.Words.Signal}</p>" : "");
    }
}
