using System.Text.RegularExpressions;

namespace FieldKit.Architecture.Tests;

public sealed partial class TypeTests
{
    [Fact]
    public void Every_public_class_is_sealed_or_static_or_abstract_with_a_reason() =>
        Offenders.None(
            "A public class is open for inheritance, or abstract without a reason in its documentation:",
            from file in Repository.Files("src", ".cs")
            from offender in OpenTypes(file)
            select offender);

    [Fact]
    public void No_source_reads_an_ambient_clock() =>
        Offenders.None(
            "Time is injected (TimeProvider):",
            from file in Repository.Files("src", ".cs", ".razor")
            from mention in CodeText.Mentions(
                file, "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "Environment.TickCount", "Environment.TickCount64")
            select mention);

    [Fact]
    public void No_file_is_named_for_nothing_in_particular() =>
        Offenders.None(
            "A name that does not say what it does:",
            Repository.Files("src", ".cs", ".razor").Where(file => VagueName().IsMatch(Path.GetFileName(file))));

    private static IEnumerable<string> OpenTypes(string file)
    {
        var source = Repository.Read(file);
        foreach (Match type in PublicClass().Matches(CodeText.WithoutComments(source)))
        {
            var modifiers = type.Groups["modifiers"].Value;
            var closed = modifiers.Contains("sealed", StringComparison.Ordinal) || modifiers.Contains("static", StringComparison.Ordinal);
            if (!closed && !(modifiers.Contains("abstract", StringComparison.Ordinal) && IsDocumented(source, type.Index)))
            {
                yield return $"{file}:{CodeText.LineOf(source, type.Index)} {type.Groups["name"].Value}";
            }
        }
    }

    private static bool IsDocumented(string source, int index) =>
        source[..index].TrimEnd().Split('\n')[^1].TrimStart().StartsWith("///", StringComparison.Ordinal);

    // A component's other half lives in the file that Razor makes, which does not repeat "sealed".
    [GeneratedRegex(@"^[ \t]*public (?<modifiers>(?:(?:sealed|static|abstract|partial|unsafe|readonly) )*)(?:record (?!struct)|class )(?:class )?(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicClass();

    [GeneratedRegex(@"(?:Helpers?|Managers?|Utils?|Utilities|Common|Misc)\.(?:cs|razor)$")]
    private static partial Regex VagueName();
}
