using Microsoft.AspNetCore.Components;

namespace FieldKit.Ui;

/// <summary>Decoration only: the words beside an icon carry the meaning. Ready markup, because a component for each costs time at start.</summary>
public static class Icons
{
    private static readonly Dictionary<IconName, MarkupString> Drawn = [];

    public static MarkupString Of(IconName name) => Drawn.TryGetValue(name, out var drawn) ? drawn : Drawn[name] = Draw(name);

    private static MarkupString Draw(IconName name)
    {
        var paths = string.Concat(IconPaths.Of(name).Select(path => $"<path d=\"{path}\"/>"));
        var look = name is IconName.Back or IconName.Forward ? "fk-icon fk-icon--way" : "fk-icon";
        return new($"<svg class=\"{look}\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" aria-hidden=\"true\" focusable=\"false\">{paths}</svg>");
    }
}
