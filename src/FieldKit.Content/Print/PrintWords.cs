namespace FieldKit.Content.Print;

/// <summary>The sheets' own words.</summary>
internal sealed record PrintWords(
    string Language,
    string Everywhere,
    string ContentOf,
    string UpdatedOn,
    string RestsOn,
    string Sources,
    string CheckedOn,
    string Outdated,
    string NoNumber,
    string GoTo,
    string Guide,
    string Signal,
    string Danger,
    string Call,
    string Minutes,
    IReadOnlyDictionary<string, string> Kinds)
{
    private static readonly PrintWords Dutch = new(
        "nl", "Alle gemeenten", "Inhoud van", "bijgewerkt", "Rust op", "Bronnen", "Gecontroleerd op", "misschien verouderd",
        "niet bekend, vraag dit na bij je gemeente", "ga naar", "Gids", "Schrijf een signaal in de app", "Gevaar? Bel 112.", "Wie je kunt bellen", "min.",
        new Dictionary<string, string>
        {
            ["first"] = "Eerst dit", ["step"] = "Stap", ["question"] = "Vragen", ["avoid"] = "Doe dit niet", ["aftercare"] = "Nazorg", ["stop"] = "Stop en bel",
        });

    private static readonly PrintWords English = new(
        "en", "All municipalities", "Content of", "updated", "Rests on", "Sources", "Checked on", "may be out of date",
        "not known, ask your municipality", "go to", "Guide", "Write a signal in the app", "Danger? Call 112.", "Whom to call", "min.",
        new Dictionary<string, string>
        {
            ["first"] = "First", ["step"] = "Step", ["question"] = "Questions", ["avoid"] = "Do not", ["aftercare"] = "Aftercare", ["stop"] = "Stop and call",
        });

    public static PrintWords In(string language) => language == "en" ? English : Dutch;
}
