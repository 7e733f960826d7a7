namespace FieldKit.App.Layout;

/// <summary>Which pages this tab showed, by their place in the browser's history; so that the app's own Back is the browser's where both lead to the same page.</summary>
public sealed class Trail
{
    private readonly Dictionary<int, string> shown = [];
    private int here;

    /// <param name="place">In the browser's history.</param>
    /// <param name="address">With the leading slash.</param>
    public void Note(int place, string address)
    {
        here = place;
        shown[place] = WithoutPart(address);
    }

    /// <summary>Going back one page in the browser's history leads there.</summary>
    public bool CameFrom(string address) => shown.GetValueOrDefault(here - 1) == WithoutPart(address);

    private static string WithoutPart(string address) => address.Split('#')[0];
}
