using System.Text.Json;
using System.Text.RegularExpressions;

namespace FieldKit.Architecture.Tests;

/// <summary>The roles of the settings are those of the form, and are called the same.</summary>
public sealed partial class RoleTests
{
    [Fact]
    public void Settings_offer_the_roles_of_the_form_under_the_same_names()
    {
        var offered = Value().Matches(Repository.Read("src/FieldKit.Presentation/Settings/OwnPlace.cs").Split("Roles { get; } =")[1].Split(';')[0])
            .Select(match => match.Groups[1].Value).Append("anders");
        var (dutch, english) = (TextsOf("nl"), TextsOf("en"));

        Assert.Equal(
            InForm(),
            offered.Select(role => (role, dutch[$"role.{role}"], english[$"role.{role}"])));
    }

    [Fact]
    public void An_administrator_invites_the_roles_of_the_form_under_the_same_names()
    {
        var invited = Value().Matches(Repository.Read("src/FieldKit.Protocol/WriterRoles.cs").Split("All { get; } =")[1].Split(';')[0]).Select(match => match.Groups[1].Value);
        var (dutch, english) = (DeskTextsOf("nl"), DeskTextsOf("en"));

        Assert.Equal(InForm(), invited.Select(role => (role, dutch[$"role.{role}"], english[$"role.{role}"])));
    }

    private static IEnumerable<(string Value, string Dutch, string English)> InForm()
    {
        var question = Repository.Read("content/forms/signaal.yaml").Split("- id: s1_rol\n")[1].Split("      - id:")[0];
        return Option().Matches(question).Select(match => (match.Groups["value"].Value, match.Groups["nl"].Value, match.Groups["en"].Value));
    }

    private static Dictionary<string, string> TextsOf(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Repository.Read($"src/FieldKit.Presentation/Texts/Later/settings.{language}.json"))!;

    private static Dictionary<string, string> DeskTextsOf(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Repository.Read($"src/FieldKit.Desk/Texts/desk.{language}.json"))!;

    [GeneratedRegex("\"(\\w+)\"")]
    private static partial Regex Value();

    [GeneratedRegex(@"- value: (?<value>\w+)\n\s+label:\n\s+nl: (?<nl>.+)\n\s+en: (?<en>.+)\n")]
    private static partial Regex Option();
}
