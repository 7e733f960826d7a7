using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using System.Text.Json;

namespace FieldKit.App.Browser;

/// <summary>The calls of js/map.js as they are. Loaded with the first picture: it carries dagre, which lays the boxes out.</summary>
[SupportedOSPlatform("browser")]
internal static partial class MapCanvas
{
    private const string Name = "map";
    private static Task? loading;

    public static Task LoadAsync() => loading ??= JSHost.ImportAsync(Name, "../js/map.js");

    /// <returns>Ids of the boxes in reading order; empty when the picture is gone.</returns>
    public static IReadOnlyList<string> Arrange(string id)
    {
        var json = ArrangeElement(id);
        return json.Length == 0 ? [] : [.. from item in JsonDocument.Parse(json).RootElement.EnumerateArray() select item.GetString()!];
    }

    [JSImport("mapOpen", Name)]
    public static partial void Open(string id, [JSMarshalAs<JSType.Function<JSType.String>>] Action<string> onKey);

    [JSImport("mapShow", Name)]
    public static partial void Show(string id, string box, bool near);

    [JSImport("mapZoom", Name)]
    public static partial void Zoom(string id, double factor);

    [JSImport("mapFit", Name)]
    public static partial void Fit(string id);

    [JSImport("mapClose", Name)]
    public static partial void Close(string id);

    [JSImport("mapArrange", Name)]
    private static partial string ArrangeElement(string id);
}
