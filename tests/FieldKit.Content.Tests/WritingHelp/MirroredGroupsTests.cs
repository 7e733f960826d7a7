using FieldKit.Domain.WritingHelp;

namespace FieldKit.Content.Tests.WritingHelp;

/// <summary>
/// The same behaviour told about another group gives the same hints, in kind and in number (facts.md C8, G4). Every group of the
/// table in every sentence; what is written in the content as a mirror is checked there as well.
/// </summary>
public sealed class MirroredGroupsTests
{
    private static readonly HintContext Strictest = new(WritingField.Facts, AdviceWithoutName: true, HasCounterSignal: true);

    private static readonly Table[] Tables =
    [
        new("nl", HintKind.Looks,
            ["baard", "hoofddoek", "djellaba", "niqab", "keppeltje", "davidster", "kruisje", "rozenkrans", "kaal hoofd", "bomberjack", "legerjas", "hanenkam",
             "neusring", "geel hesje", "boerenzakdoek", "veganshirt", "dierenmasker", "tatoeage", "piercing", "hoodie", "snor"],
            ["Op 4 juni stond hij met {0} bij de deur.", "Draagt sinds 4 juni {0}.", "{0}, op 4 juni gezien.", "Zij zei: 'Met {0} kom je er niet in.'"]),
        new("nl", HintKind.Looks,
            ["baarden", "hoofddoeken", "djellaba's", "keppeltjes", "pijpenkrullen", "kruisjes", "legerjassen", "legerkistjes", "bomberjacks", "dreadlocks", "hanenkammen",
             "gele hesjes", "boerenkielen", "veganshirts", "konijnenmaskers", "tatoeages", "piercings", "hoodies", "capuchons"],
            ["Drie jongens met {0} liepen op 4 juni langs.", "{0} bij de poort op 4 juni."]),
        new("nl", HintKind.Origin,
            ["islamitische", "christelijke", "joodse", "hindoestaanse", "boeddhistische", "atheïstische", "humanistische", "gelovige", "ongelovige", "linkse", "rechtse", "conservatieve",
             "anarchistische", "nationalistische", "veganistische", "activistische", "feministische", "Marokkaanse", "Turkse", "Poolse", "Nederlandse", "Hollandse", "Syrische",
             "Surinaamse", "Antilliaanse", "Oekraïense", "Somalische", "Chinese", "Duitse", "Belgische", "Roemeense", "Bulgaarse", "Russische", "Iraanse", "Afghaanse", "Amerikaanse",
             "homoseksuele", "heteroseksuele", "autochtone", "allochtone"],
            ["Op 3 mei riep een {0} jongen iets bij de poort.", "Zijn {0} vriend belde op 3 mei.", "Hij zei: 'Die {0} club moet weg.'", "{0} jongen uit 2B liep weg."]),
        new("nl", HintKind.Origin,
            ["moslim", "christen", "jood", "hindoe", "boeddhist", "sikh", "atheïst", "humanist", "heiden", "satanist", "nationalist", "patriot", "monarchist", "anarchist", "communist",
             "socialist", "kraker", "activist", "klimaatactivist", "dierenactivist", "veganist", "vegetariër", "complotdenker", "Marokkaan", "Turk", "Pool", "Syriër", "Nederlander",
             "Surinamer", "Antilliaan", "Oekraïner", "Somaliër", "Chinees", "Duitser", "Belg", "Roemeen", "Bulgaar", "Rus", "Iraniër", "Afghaan", "Amerikaan", "asielzoeker",
             "vluchteling", "kamper", "homo", "hetero"],
            ["Op 3 mei zei hij dat zijn buurman {0} is.", "Zij noemde hem op 3 mei een {0}.", "Hij zei: 'Elke {0} moet weg.'"]),
        new("nl", HintKind.Origin,
            ["moslims", "christenen", "joden", "hindoes", "boeddhisten", "atheïsten", "humanisten", "nationalisten", "patriotten", "anarchisten", "communisten", "krakers", "activisten",
             "dierenactivisten", "veganisten", "complotdenkers", "Marokkanen", "Turken", "Polen", "Syriërs", "Nederlanders", "Surinamers", "Antillianen", "Oekraïners", "Roemenen",
             "Bulgaren", "Russen", "Duitsers", "Belgen", "Chinezen", "asielzoekers", "vluchtelingen", "buitenlanders", "kampers", "homo's", "hetero's"],
            ["Op 3 mei schold hij {0} uit op het plein.", "Hij riep op 3 mei: 'Alle {0} weg'."]),
        new("nl", HintKind.Origin,
            ["moskee", "kerk", "synagoge", "tempel", "moskeebestuur", "kerkbestuur", "synagogebestuur", "tempelbestuur", "moskeeën", "kerken", "synagoges", "tempels"],
            ["Op 3 mei stond hij bij de {0}.", "Hij wil iets doen bij de {0}.", "Vernieling bij de {0} op 3 mei."]),
        new("nl", HintKind.Origin,
            ["koran", "bijbel", "thora", "koranles", "bijbelles", "thorales"],
            ["Op 3 mei nam hij zijn {0} mee.", "Hij gooide op 3 mei een {0} weg."]),
        new("nl", HintKind.Origin,
            ["moslimjongen", "christenjongen", "jodenjongen", "hindoejongen", "moslimmeisjes", "christenmeisjes", "jodenmeisjes", "hindoemeisjes", "moslimgezin", "christengezin", "jodengezin", "hindoegezin"],
            ["Op 3 mei liep de {0} weg.", "Hij zei: 'Daar woont een {0}.'"]),
        new("nl", HintKind.Interpretation,
            ["jihadist", "salafist", "islamist", "rechts-extremist", "rechtsextremist", "links-extremist", "linksextremist", "nazi", "neonazi", "fascist", "racist", "antisemiet",
             "christenfundamentalist", "moslimfundamentalist", "dierenextremist", "ecoterrorist", "klimaatextremist", "wappie", "staatsvijand", "incel", "extremist", "terrorist"],
            ["Op 3 mei noemde de buurman hem een {0}.", "Hij is een {0}."]),
        new("nl", HintKind.Interpretation,
            ["jihadisme", "salafisme", "islamisme", "rechts-extremisme", "links-extremisme", "nazisme", "fascisme", "racisme", "antisemitisme", "christenfundamentalisme",
             "moslimfundamentalisme", "dierenextremisme", "ecoterrorisme", "klimaatextremisme", "extremisme", "terrorisme", "moslimhaat", "jodenhaat", "christenhaat", "vrouwenhaat"],
            ["Hij is met {0} bezig.", "Zij zei op 3 mei dat {0} overal is."]),
        new("nl", HintKind.Identity,
            ["Bas", "Ismail", "Fatima", "Femke", "Krzysztof", "Piotr", "Esther", "Ruben", "Priya", "Youssef", "Daan", "Oleksandr", "Kwame", "Linh", "Mohammed", "Sanne"],
            ["Op 3 mei sprak ik {0} bij de ingang.", "{0} liep op 3 mei weg.", "Zij zei: 'Ik ga met {0} mee.'"]),
        new("nl", HintKind.Identity,
            ["Tjibbe", "Oğuz", "Nirmala", "Zbigniew", "Menachem", "Guusje", "Abdelkrim", "Chidi", "Thuy"],
            ["Op 3 mei sprak ik {0} bij de ingang.", "Op 3 mei gaf {0} de Vries een hand."]),
        new("en", HintKind.Looks,
            ["beard", "headscarf", "djellaba", "niqab", "kippah", "crucifix", "rosary", "shaved head", "bomber jacket", "mohawk", "nose ring", "yellow vest", "vegan shirt", "tattoo", "piercing", "hoodie"],
            ["On 4 June he stood at the door with a {0}.", "A {0}, seen on 4 June.", "She said: 'Not with a {0}.'"]),
        new("en", HintKind.Origin,
            ["Muslim", "Christian", "Jewish", "Hindu", "Buddhist", "atheist", "humanist", "left-wing", "right-wing", "conservative", "nationalist", "anarchist", "vegan", "feminist", "Moroccan",
             "Turkish", "Polish", "Dutch", "Syrian", "Surinamese", "Ukrainian", "Somali", "Chinese", "German", "Belgian", "Romanian", "Bulgarian", "Russian", "gay", "heterosexual"],
            ["On 3 May a {0} boy called out at the gate.", "He said: 'That {0} club must go.'"]),
        new("en", HintKind.Origin,
            ["Muslims", "Christians", "Jews", "Hindus", "Buddhists", "atheists", "nationalists", "anarchists", "vegans", "activists", "Moroccans", "Turks", "Poles", "Syrians", "Ukrainians", "Somalis",
             "Romanians", "Bulgarians", "Russians", "Germans", "Belgians", "refugees", "foreigners"],
            ["On 3 May he swore at {0} in the square."]),
        new("en", HintKind.Origin, ["mosque", "church", "synagogue", "temple"], ["On 3 May he stood at the {0}.", "Damage at the {0} on 3 May."]),
        new("en", HintKind.Interpretation,
            ["jihadist", "salafist", "islamist", "right-wing extremist", "left-wing extremist", "nazi", "fascist", "racist", "antisemite", "christian fundamentalist", "ecoterrorist", "extremist", "terrorist", "incel"],
            ["On 3 May the neighbour called him {0}.", "He is a {0}."]),
        new("en", HintKind.Identity,
            ["Bas", "Ismail", "Fatima", "Krzysztof", "Esther", "Priya", "Youssef", "Daan"],
            ["On 3 May I spoke with {0} at the door.", "{0} walked away on 3 May."]),
    ];

    public static TheoryData<string, HintKind, string, string[]> Sentences
    {
        get
        {
            var sentences = new TheoryData<string, HintKind, string, string[]>();
            foreach (var table in Tables)
            {
                foreach (var sentence in table.Sentences)
                {
                    sentences.Add(table.Language, table.Kind, sentence, table.Groups);
                }
            }

            return sentences;
        }
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Another_group_gives_the_same_hints(string language, HintKind kind, string sentence, string[] groups)
    {
        var finder = new HintFinder(PublishedAids.In(language));
        var told = groups.Select(group => (Group: group, Hints: Told(finder, sentence, group))).ToList();
        var most = told.GroupBy(one => one.Hints).MaxBy(same => same.Count())!.Key;
        Assert.Contains(kind.ToString(), most, StringComparison.Ordinal);
        var others = told.Where(one => one.Hints != most).Select(one => $"{one.Group}: {(one.Hints.Length == 0 ? "nothing" : one.Hints)}").ToList();
        Assert.True(others.Count == 0, $"'{sentence}' gives {most}, but with {string.Join("; ", others)}.");
    }

    private static string Told(HintFinder finder, string sentence, string group)
    {
        var text = sentence.Replace("{0}", group, StringComparison.Ordinal);
        text = char.ToUpperInvariant(text[0]) + text[1..];
        return string.Join(" + ", finder.Find(text, Strictest).Select(hint => hint.Kind.ToString()).Order(StringComparer.Ordinal));
    }

    private sealed record Table(string Language, HintKind Kind, string[] Groups, string[] Sentences);
}
