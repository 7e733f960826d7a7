using FieldKit.Domain.Guides;

namespace FieldKit.Presentation.Guides;

/// <summary>A guide, led one part at a time.</summary>
public sealed class GuideScreen : Observable
{
    private int at;

    public GuideScreen(Guide guide, string? part)
    {
        Guide = guide;
        Stand(part);
    }

    public Guide Guide { get; }

    public GuidePart Part => Guide.Parts[at];

    /// <summary>Counts from 1.</summary>
    public int Number => at + 1;

    public int Count => Guide.Parts.Count;

    public string? BackAddress => at > 0 ? AddressOf(at - 1) : null;

    public string? NextAddress => at + 1 < Count ? AddressOf(at + 1) : null;

    /// <summary>Minutes planned in all steps together; 0 when none says so.</summary>
    public int Minutes => Guide.Parts.Sum(part => part.Minutes ?? 0);

    /// <param name="part">Id of a part; anything else is the first.</param>
    public void Stand(string? part)
    {
        at = Math.Max(0, Guide.Parts.ToList().FindIndex(candidate => candidate.Id == part));
        Changed();
    }

    public string AddressOf(GuidePart part) => $"/gesprek/{Guide.Id}/{Uri.EscapeDataString(part.Id)}";

    private string AddressOf(int index) => AddressOf(Guide.Parts[index]);
}
