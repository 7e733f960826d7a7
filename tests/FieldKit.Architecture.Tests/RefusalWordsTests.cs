using System.Text.Json;
using System.Text.RegularExpressions;

namespace FieldKit.Architecture.Tests;

/// <summary>Whatever the reporting point refuses, the person whom it meets reads words about it, in both languages.</summary>
public sealed partial class RefusalWordsTests
{
    private const string Codes = "src/FieldKit.Protocol/Refusals.cs";
    private const string Answers = "src/FieldKit.ReportingPoint/Doorstep/Refusal.cs";
    private const string Server = "src/FieldKit.ReportingPoint/";

    // Waits at the device for another day, and is shown as waiting.
    private const string PutOff = "too-many-requests";

    private static readonly Dictionary<string, string> CodeOfName =
        Constant().Matches(Repository.Read(Codes)).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    private static readonly Dictionary<string, string> CodeOfAnswer =
        Answer().Matches(Repository.Read(Answers)).ToDictionary(match => match.Groups[1].Value, match => CodeOfName[match.Groups[2].Value]);

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void Envelope_that_is_refused_says_why_in_the_app(string language)
    {
        var known = Repository.Read("src/FieldKit.Presentation/Signals/RefusalText.cs");
        var codes = CodesIn(Server + "Intake/Envelope").Where(code => code != PutOff).ToList();
        Assert.NotEmpty(codes);
        Lacking("src/FieldKit.Presentation/Texts", language, codes.SelectMany(code => new[] { $"refused.{code}.what", $"refused.{code}.do" }));
        Offenders.None("Refused, and told in general words:", codes.Where(code => !known.Contains($"Refusals.{NameOf(code)}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void Enrolment_that_is_refused_says_why_in_the_app(string language)
    {
        var codes = CodesIn(Server + "Intake/DeviceEnrolment").ToList();
        Assert.NotEmpty(codes);
        Lacking("src/FieldKit.Presentation/Texts", language, codes.SelectMany(code => new[] { $"enrol.{code}.what", $"enrol.{code}.do" }));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void What_staff_are_refused_says_why_at_the_desk(string language)
    {
        var codes = CodesIn(Server + "Staff/").ToList();
        Assert.NotEmpty(codes);
        Lacking("src/FieldKit.Desk/Texts", language, codes.Select(code => $"refusal.{code}"));
    }

    [Fact]
    public void No_code_is_there_that_nobody_says() =>
        Offenders.None("Never said by the reporting point:", CodeOfName.Values.Except(CodesIn(Server)));

    private static void Lacking(string folder, string language, IEnumerable<string> keys)
    {
        var there = Repository.Files(folder, $".{language}.json")
            .SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(Repository.Read(file))!.Keys).ToHashSet();
        Offenders.None($"Refused without words in {language}:", keys.Where(key => !there.Contains(key)));
    }

    /// <summary>Said in files that begin like this: by themselves, or by one of the answers of the doorstep.</summary>
    private static IEnumerable<string> CodesIn(string beginning) => Repository.Files("src", ".cs")
        .Where(file => file.StartsWith(beginning, StringComparison.Ordinal))
        .Select(file => CodeText.WithoutComments(Repository.Read(file)))
        .SelectMany(code => Said().Matches(code).Select(match => match.Groups[1].Value == "Refusals"
            ? CodeOfName.GetValueOrDefault(match.Groups[2].Value)
            : CodeOfAnswer.GetValueOrDefault(match.Groups[2].Value)))
        .OfType<string>().Distinct();

    private static string NameOf(string code) => CodeOfName.Single(pair => pair.Value == code).Key;

    [GeneratedRegex("const string (\\w+) = \"([a-z-]+)\"")]
    private static partial Regex Constant();

    [GeneratedRegex(@"Refusal (\w+) = new\(\d+, Refusals\.(\w+)")]
    private static partial Regex Answer();

    [GeneratedRegex(@"\b(Refusals?)\.(\w+)")]
    private static partial Regex Said();
}
