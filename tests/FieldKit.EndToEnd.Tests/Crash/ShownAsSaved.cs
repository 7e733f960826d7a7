namespace FieldKit.EndToEnd.Tests.Crash;

/// <summary>What one device promised on its screen, across the browsers that died: which answers it said were saved, and which signals were sealed.</summary>
internal sealed class ShownAsSaved
{
    private readonly Dictionary<string, string> kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> underWay = new(StringComparer.Ordinal);
    private bool sealing;

    /// <summary>One word in each sealed signal, by which it is known again at the desk.</summary>
    public List<string> Sealed { get; } = [];

    /// <summary>The word of the signal that is being written.</summary>
    public string Word => $"sein{Sealed.Count + 1:0000}";

    /// <summary>How often an answer that was shown as saved was looked for after a crash, and found.</summary>
    public int Found { get; private set; }

    /// <summary>A save was asked for; until <see cref="Kept"/> it may be there or not.</summary>
    public void Saving(string place, string text) => underWay[place] = text;

    public void Kept(string place)
    {
        underWay.Remove(place, out var text);
        kept[place] = text!;
    }

    /// <exception cref="InvalidOperationException">It was shown as saved and is gone, or something else stands there.</exception>
    public void Check(string place, string text)
    {
        var promised = kept.GetValueOrDefault(place, "");
        if (underWay.Remove(place, out var late) && late == text)
        {
            kept[place] = late;
        }
        else if (promised != text)
        {
            throw new InvalidOperationException($"{place} was shown as saved with '{promised}' and held '{text}'.");
        }

        Found += promised.Length > 0 ? 1 : 0;
    }

    /// <summary>Stands there already: promised before, or filled in by the app itself.</summary>
    public void StandsThere(string place, string text)
    {
        if (!kept.TryAdd(place, text))
        {
            Check(place, text);
        }
    }

    /// <summary>Seal was tapped; until <see cref="WasSealed"/> it may have happened or not.</summary>
    public void Sealing() => sealing = true;

    public void WasSealed()
    {
        Sealed.Add(Word);
        sealing = false;
        kept.Clear();
        underWay.Clear();
    }

    /// <summary>Holds a device that was opened again to what it promised.</summary>
    /// <exception cref="InvalidOperationException"></exception>
    public void CheckLists(int drafts, int signals)
    {
        if (sealing && drafts == 0 && signals == Sealed.Count + 1)
        {
            WasSealed();
        }

        var draftPromised = kept.Count > 0;
        if (signals != Sealed.Count || drafts > 1 || (draftPromised && drafts == 0))
        {
            throw new InvalidOperationException(
                $"After opening again: {drafts} drafts and {signals} signals; promised: {(draftPromised ? "one draft" : "no draft")} and {Sealed.Count} signals.");
        }

        sealing = false;
        if (drafts == 0)
        {
            underWay.Clear();
        }
    }
}
