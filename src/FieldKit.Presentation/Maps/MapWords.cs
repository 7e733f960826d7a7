namespace FieldKit.Presentation.Maps;

/// <summary>What a box says aloud: its kind, its title, where the walker was, and the answers it offers.</summary>
public static class MapWords
{
    public static string Say(RouteMap map, MapBox box, Texts texts)
    {
        var parts = new List<string> { texts[$"map.kind.{box.Kind}"], box.Title };
        if (box.Danger)
        {
            parts.Add(texts["map.danger"]);
        }

        if (box.Mark != MapMark.None)
        {
            parts.Add(texts[$"map.mark.{box.Mark}"]);
        }

        parts.AddRange(box.Notes);
        if (box.Doubt is { } doubt)
        {
            parts.Add(doubt);
        }

        parts.AddRange(map.From(box.Id).Select(line => line.Label.Length > 0
            ? texts["map.answer", line.Label, map[line.To].Title]
            : texts["map.on", map[line.To].Title]));
        return string.Join(' ', parts.Select(part => part.LastOrDefault() is '.' or '?' or '!' ? part : part + "."));
    }
}
