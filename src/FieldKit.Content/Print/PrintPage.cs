namespace FieldKit.Content.Print;

/// <summary>The page around a sheet: A4, one style, and a footer that says how old it is, what it rests on and where it holds.</summary>
internal static class PrintPage
{
    // No address in it and no script: it may be mailed, and opened anywhere.
    private const string Style = """
        *{box-sizing:border-box}
        @media screen{body{padding:8mm;max-width:202mm}}
        body{font:10.5pt/1.4 Arial,"Liberation Sans",sans-serif;color:#111;margin:0 auto;max-width:186mm}
        h1{font-size:18pt;line-height:1.15;margin:0 0 1.5mm}
        h2{font-size:12.5pt;margin:5mm 0 1mm;break-after:avoid}
        p,ul,ol{margin:0 0 2mm}ul,ol{padding-left:6mm}li{margin-bottom:.6mm}
        header p{margin:0;color:#333}
        section,.contact,li{break-inside:avoid}
        .kind{font-size:8.5pt;font-weight:bold;text-transform:uppercase;letter-spacing:.04em;color:#333}
        .first,.stop{border:.6mm solid #a00;padding:2mm 3mm;margin-top:4mm}.first h2,.stop h2{margin-top:0}
        .avoid{border-left:1.2mm solid #a00;padding-left:3mm}
        .flow{border-top:.2mm solid #999;padding:2mm 0}
        .flow>.number{float:left;width:8mm;font-weight:bold;font-size:13pt}.flow>div{margin-left:9mm}
        .outcome>div{background:#eef3ee;padding:2mm 3mm}.danger>div{border-left:1.2mm solid #a00;padding-left:3mm}
        .contacts,.steps{columns:2;column-gap:8mm}.steps{font-size:9.5pt}.contacts{font-size:9pt;line-height:1.3}
        .contact{margin:0 0 2mm}.flow p{margin-bottom:1mm}.link{text-decoration:underline}.tel{white-space:nowrap}
        .poster{display:block;margin:2mm auto 0}
        footer{margin-top:4mm;padding-top:1.5mm;border-top:.2mm solid #999;font-size:7.5pt;color:#333}
        """;

    /// <param name="facts">Ids of the fact base.</param>
    public static string Make(
        PrintContext print, string id, string title, string purpose, string place, IReadOnlyList<string> facts, DateOnly updated, string body)
    {
        var words = print.Words;
        var date = $"{words.ContentOf} {print.BuiltOn}";
        return $$"""
            <!doctype html>
            <html lang="{{words.Language}}">
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{{id}} {{title}}</title>
            <style>
            @page{size:A4;margin:11mm 12mm 15mm;@bottom-left{content:"FieldKit {{id}} · {{Quoted(place)}} · {{date}}";font:7.5pt Arial,sans-serif;color:#333} @bottom-right{content:counter(page) " / " counter(pages);font:7.5pt Arial,sans-serif;color:#333} }
            {{Style}}
            </style>
            <header><h1>{{title}}</h1><p>{{purpose}}</p></header>
            {{body}}
            <footer>{{id}} · {{place}} · {{date}}, {{words.UpdatedOn}} {{PrintContext.Day(updated)}} · {{words.RestsOn}} {{PrintContext.Escape(string.Join(", ", facts))}}{{Sources(print, facts)}}</footer>
            </html>
            """;
    }

    // A number says nothing to who has only the paper.
    private static string Sources(PrintContext print, IReadOnlyList<string> facts) =>
        string.Join("; ", facts.Where(print.SourceTitles.ContainsKey).Select(id => $"{id} {print.SourceTitles[id].In(print.Language)}")) is { Length: > 0 } titles
            ? $"<br>{print.Words.Sources}: {PrintContext.Escape(titles)}"
            : "";

    private static string Quoted(string text) => text.Replace("\\", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
}
