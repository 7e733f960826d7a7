using System.Text.RegularExpressions;

namespace FieldKit.Architecture.Tests;

/// <summary>A date or a number that people read takes the form of the chosen language, in one of three places.</summary>
public sealed partial class DateFormTests
{
    private static readonly string[] Said =
    [
        "src/FieldKit.Presentation/Texts/Texts.cs", "src/FieldKit.Presentation/Texts/Moments.cs", "src/FieldKit.Presentation/Contacts/OpeningWords.cs",
    ];

    [Fact]
    public void No_screen_or_model_writes_dates_or_numbers_itself() =>
        Offenders.None(
            "Use Texts.Date, Moments or a text with a place for the value:",
            from folder in new[] { "src/FieldKit.App", "src/FieldKit.Presentation", "src/FieldKit.Ui" }
            from file in Repository.Files(folder, ".cs", ".razor")
            where !Said.Contains(file)
            from Match hit in Written().Matches(CodeText.WithoutComments(Repository.Read(file)))
            where !hit.Value.Contains("Invariant", StringComparison.Ordinal)
            select $"{file}: {hit.Value}");

    [Fact]
    public void Those_places_name_the_chosen_language() =>
        Offenders.None(
            "Name the culture:",
            from file in Said
            from Match hit in Written().Matches(CodeText.WithoutComments(Repository.Read(file)))
            where !hit.Value.Contains("Culture", StringComparison.Ordinal)
            select $"{file}: {hit.Value}");

    // A format in ToString or in a hole of a string; the long and short forms that follow the machine.
    [GeneratedRegex(@"\.ToString\((?:""[^""]*""|texts\[[^\]]*\])[^)]*\)|\{[^{}""\n]*:(?:[dMyHhmsfN][^{}""\n]*)\}|\.To(?:Long|Short)(?:Date|Time)String\(")]
    private static partial Regex Written();
}
