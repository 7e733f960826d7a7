namespace FieldKit.Domain.Contacts;

/// <summary>What somebody calls about, in plain words; a contact names those it is for. In the order in which they are offered.</summary>
public static class Situations
{
    public static IReadOnlyList<string> Known { get; } =
        ["thuis", "zelfdoding", "radicalisering", "discriminatie", "school", "slachtoffers", "familie", "jongere", "wijk", "misdrijf", "advies", "klacht"];
}
