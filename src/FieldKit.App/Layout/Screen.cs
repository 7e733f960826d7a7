namespace FieldKit.App.Layout;

/// <summary>What the frame around a page shows: its title and where its back link goes.</summary>
public sealed class Screen
{
    public event Action? Changed;

    public string Title { get; private set; } = "FieldKit";

    /// <summary>Address of the page above this one, or null where there is none.</summary>
    public string? Back { get; private set; }

    /// <summary>The page hides the bottom navigation, for instance while leading a talk.</summary>
    public bool Whole { get; private set; }

    /// <summary>A form, a talk that is led, the PIN: nothing may interrupt it.</summary>
    public bool Occupied { get; private set; }

    public void Show(string title, string? back, bool whole, bool occupied)
    {
        if ((title, back, whole, occupied) != (Title, Back, Whole, Occupied))
        {
            (Title, Back, Whole, Occupied) = (title, back, whole, occupied);
            Changed?.Invoke();
        }
    }
}
