namespace FieldKit.Presentation.Maps;

/// <summary>One place on the picture of a route.</summary>
/// <param name="Id">Unique on its map.</param>
/// <param name="Address">Where it leads when chosen.</param>
/// <param name="Notes">Short lines under the title: who decides, what is seen there.</param>
/// <param name="Doubt">What is not known about it.</param>
public sealed record MapBox(
    string Id,
    MapKind Kind,
    string Title,
    string Address,
    bool Danger = false,
    MapMark Mark = MapMark.None,
    IReadOnlyList<string>? Notes = null,
    string? Doubt = null)
{
    public IReadOnlyList<string> Notes { get; init; } = Notes ?? [];
}

public enum MapKind
{
    Start,
    Question,
    Outcome,

    /// <summary>Another chart, entered at its start.</summary>
    Elsewhere,

    /// <summary>Of a municipality's road.</summary>
    Step,

    /// <summary>Told to who wrote the signal, where no step of the road says more.</summary>
    Stage,
}

/// <summary>Where the walker was. Said in words and form too, never by colour alone.</summary>
public enum MapMark
{
    None,
    Walked,
    Here,
}

/// <param name="Label">The answer that leads along it; empty where there is no choice.</param>
/// <param name="Taken">The walker went along it.</param>
/// <param name="Returns">Leads back up on purpose.</param>
/// <param name="Aside">Possible beside the usual way on.</param>
public sealed record MapLine(string From, string To, string Label = "", bool Taken = false, bool Returns = false, bool Aside = false);
