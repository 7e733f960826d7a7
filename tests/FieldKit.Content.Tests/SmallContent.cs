namespace FieldKit.Content.Tests;

/// <summary>The smallest content that compiles, so that a test can spoil one thing and see what is said about it.</summary>
internal sealed class SmallContent
{
    public const string Chart = "flowcharts/F90.yaml";
    public const string Guide = "guides/G90.md";
    public const string English = "guides/G90.en.md";
    public const string Contact = "contacts/all.yaml";
    public const string Form = "forms/form.yaml";
    public const string Municipality = "municipalities/dorp.yaml";
    public const string Rows = "facts/rows.yaml";
    public const string Sections = "facts/sections.yaml";
    public const string NotCarried = "facts/not-carried.yaml";
    public const string ReadingBars = "rules/reading.yaml";
    public const string Words = "rules/words.yaml";
    public const string Questions = "rules/questions.yaml";
    public const string Names = "rules/names.yaml";

    private readonly Dictionary<string, string> files = new()
    {
        [Chart] = """
            id: F90
            title: {nl: Route, en: Route}
            purpose: {nl: Doel, en: Purpose}
            municipality: dorp
            roles: [iedereen]
            start: gevaar
            facts: [P01]
            updated: 2026-01-01
            steps:
              - id: gevaar
                facts: [P01]
                title: {nl: Gevaar?, en: Danger?}
                danger: true
                choices:
                  - label: {nl: Ja, en: Yes}
                    to: bel
                  - label: {nl: Nee, en: No}
                    to: vraag
              - id: bel
                facts: [P01]
                title: {nl: Bel, en: Call}
                outcome:
                  contacts: [T90]
              - id: vraag
                facts: [P01]
                title: {nl: Vraag?, en: Question?}
                choices:
                  - label: {nl: Klaar, en: Done}
                    to: praat
              - id: praat
                facts: [P01]
                title: {nl: Praat, en: Talk}
                outcome:
                  guides: [G90]
            """,
        [Guide] = """
            ---
            id: G90
            title: Gids
            audience: Iedereen
            purpose: Doel
            contacts: [T90]
            facts: [001 · Onderwijs]
            updated: 2026-01-01
            ---

            ::: first {#eerst minutes=5 facts="J"}
            ## Eerst

            Adem. [Bel](contact:T90).
            :::

            ::: stop {#stop facts="J"}
            ## Stop

            Klaar.
            :::
            """,
        [English] = """
            ---
            id: G90
            title: Guide
            audience: Everyone
            purpose: Purpose
            ---

            ::: first {#eerst minutes=5}
            ## First

            Breathe.
            :::

            ::: stop {#stop}
            ## Stop

            Done.
            :::
            """,
        [Contact] = """
            contacts:
              - id: T90
                name: {nl: Nood, en: Emergency}
                purpose: {nl: Gevaar, en: Danger}
                phone: '112'
                always_open: true
                emergency: true
                status: bevestigd
                bron: [P01]
                gecontroleerd_op: 2026-01-01
                vervalt_op: 2027-01-01
            """,
        [Form] = """
            id: form
            version: 1
            facts: [G1]
            title: {nl: Formulier, en: Form}
            sections:
              - id: s0
                title: {nl: Gevaar, en: Danger}
                fields:
                  - id: gevaar
                    facts: [G1]
                    kind: single
                    label: {nl: Gevaar?, en: Danger?}
                    options:
                      - value: ja
                        label: {nl: Ja, en: Yes}
                        stops: danger
                      - value: nee
                        label: {nl: Nee, en: No}
                    required: always
                  - id: wat
                    facts: [G1]
                    kind: text
                    label: {nl: Wat?, en: What?}
                    maximum_length: 100
                    show_if:
                      - field: gevaar
                        in: [nee]
            """,
        [Municipality] = """
            id: dorp
            name: {nl: Dorp, en: Village}
            reporting_point: {nl: Loket, en: Desk}
            facts: [B1]
            stages:
              - id: ontvangen
                facts: [B1]
                name: {nl: Ontvangen, en: Received}
                explanation: {nl: Binnen, en: In}
                next: [afgerond]
              - id: afgerond
                facts: [B1]
                name: {nl: Afgerond, en: Closed}
                explanation: {nl: Klaar, en: Done}
                next: []
            """,
        [Rows] = """
            rows:
              - {id: A001, municipality: utrecht, support: []}
              - {id: A002, municipality: utrecht, support: [guide]}
              - {id: A008, municipality: utrecht, support: [contact]}
              - {id: A101, municipality: utrecht, support: [guide]}
            sources:
              - {id: P01, title: Bron}
              - {id: P18, title: Bron}
            """,
        [Sections] = """
            sections: [{id: B1, items: 2}, {id: G1}, {id: G2}, {id: J}]
            series: [{prefix: F, last: 2}]
            documents: [{id: '001', headings: [Onderwijs]}]
            """,
        [NotCarried] = "[]",
        [Words] = """
            words:
              - {language: nl, instead: een naam, words: [lomperik*, grof woord]}
              - {language: en, instead: een naam, words: [boor]}
            """,
        [Questions] = "words: []",
        [Names] = "longest: 4\nnames: []",
        [ReadingBars] = "languages: [{language: nl, lowest_ease: 60, longest_sentence: 25}, {language: en, lowest_ease: 60, longest_sentence: 25}]",
    };

    public string Text(string file) => files[file];

    /// <exception cref="ArgumentException">The file does not hold <paramref name="old"/>: the test would prove nothing.</exception>
    public SmallContent With(string file, string old, string replacement)
    {
        if (!files[file].Contains(old, StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{old}' is not in {file}.", nameof(old));
        }

        files[file] = files[file].Replace(old, replacement, StringComparison.Ordinal);
        return this;
    }

    public SmallContent Without(string file)
    {
        files.Remove(file);
        return this;
    }

    public SmallContent WithFile(string file, string text)
    {
        files[file] = text;
        return this;
    }

    /// <summary>The form asks for the writer's role, and offers "familie" and "zorg".</summary>
    public SmallContent WithRoles() => With(
        Form,
        "      - id: wat\n",
        """
              - id: s1_rol
                facts: [G1]
                kind: single
                label: {nl: Rol, en: Role}
                options:
                  - {value: familie, label: {nl: Familie, en: Family}}
                  - {value: zorg, label: {nl: Zorg, en: Care}}
              - id: wat

        """);

    public CompilationResult Compile()
    {
        var folder = Directory.CreateTempSubdirectory("fieldkit-content-");
        try
        {
            foreach (var (file, text) in files)
            {
                var path = Path.Combine(folder.FullName, file);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text);
            }

            return ContentCompiler.Compile(folder.FullName, new DateOnly(2026, 6, 1));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The one error, or a failure that shows all of them.</summary>
    public ContentError OnlyError()
    {
        var result = Compile();
        Assert.True(result.Errors.Count == 1, "Expected one error:\n" + string.Join('\n', result.Errors));
        Assert.Null(result.Bundle);
        return result.Errors[0];
    }
}
