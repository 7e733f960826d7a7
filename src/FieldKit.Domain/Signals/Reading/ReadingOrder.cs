namespace FieldKit.Domain.Signals.Reading;

/// <summary>
/// Where an answer stands for the reader (facts.md G3). The form asks in another order than the desk reads;
/// fields that this list does not know stand with their section, so a changed form is never cut short.
/// </summary>
public static class ReadingOrder
{
    public const string Heading = "heading";
    public const string Facts = "facts";
    public const string Unknown = "unknown";

    /// <summary>Literal words belong to what happened.</summary>
    public const string Quote = SignalForm.Quote;
    public const string What = SignalForm.What;

    private static readonly string[] Groups = ["danger", Facts, "changes", "reassuring", "worry", "steps", "about"];

    private static readonly Dictionary<string, string> GroupOfField = new()
    {
        [SignalForm.Danger] = "danger",
        ["s0_thuis"] = "danger",
        [SignalForm.City] = Heading,
        [SignalForm.Role] = Heading,
        ["s1_terugkoppeling"] = "steps",
        ["s1_collega"] = "steps",
        [SignalForm.Change] = "changes",
        ["s3_sinds"] = "changes",
        [SignalForm.Online] = "changes",
        [SignalForm.Approached] = "changes",
        [SignalForm.Against] = "reassuring",
        ["s4_bescherm"] = "reassuring",
        ["s4_omstandig"] = "reassuring",
        ["s5_zorg"] = "worry",
        ["s5_veilig"] = "worry",
        ["s5_vraag"] = "worry",
        ["s5_gedaan"] = "steps",
        ["s6_besproken"] = "steps",
        ["s6_toestemming"] = "steps",
        ["s6_reden"] = "steps",
        ["s7_leeftijd"] = "about",
        ["s8_check"] = "steps",
    };

    private static readonly Dictionary<string, string> ColumnOfField = new()
    {
        [SignalForm.When] = "column.when",
        ["s2_waar"] = "column.where",
        [What] = "column.what",
        [Quote] = "column.quote",
        ["s2_bron"] = "column.source",
        ["s2_zeker"] = "column.certainty",
    };

    public static string? GroupOf(string field) => GroupOfField.GetValueOrDefault(field);

    /// <summary>Key of a short column title, or null: then the form's own label.</summary>
    public static string? ColumnOf(string field) => ColumnOfField.GetValueOrDefault(field);

    /// <summary>True when the desk has its own title for the group.</summary>
    public static bool IsNamed(string group) => group == Unknown || Groups.Contains(group);

    /// <summary>Named groups in G3's order, then sections of their own, then what no form explains.</summary>
    public static int PlaceOf(string group) => group == Unknown
        ? int.MaxValue
        : Array.IndexOf(Groups, group) is var place and >= 0 ? place : Groups.Length;
}
