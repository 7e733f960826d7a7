using System.Text.RegularExpressions;
using FieldKit.Content.Guides;
using FieldKit.Content.Readability;
using FieldKit.Content.Reading;
using FieldKit.Domain;
using FieldKit.Domain.Contacts;

namespace FieldKit.Content.Wording;

/// <summary>
/// No text holds what belongs to one person: a citizen number or a number plate. Telephone numbers and mail addresses are only those of the
/// contacts, where they have a source and a date.
/// </summary>
internal sealed partial class PersonalDataRules(ContentBundle bundle, IReadOnlyList<GuideLink> links, Findings findings)
{
    private const int CitizenNumberDigits = 9;

    private readonly HashSet<string> numbers = [.. bundle.Contacts.Select(contact => Digits(contact.Phone ?? "")).Where(digits => digits.Length > 0)];
    private readonly HashSet<string> addresses = new(bundle.Contacts.Select(contact => contact.Mail).OfType<string>(), StringComparer.OrdinalIgnoreCase);

    public void Check(IEnumerable<WrittenPiece> pieces)
    {
        foreach (var piece in pieces)
        {
            var (file, line) = (GuideFile.InLanguage(findings.FileOf(piece.About), piece.Language), findings.LineOf(piece.About));
            foreach (var problem in Belonging(piece.Text).Concat(piece.About is Contact ? [] : Reaching(piece.Text)))
            {
                findings.Add(file, line, "personal-data", problem);
            }
        }

        foreach (var link in links.Where(link => link.Kind is "tel" or "mailto" && !(link.Kind == "tel" ? numbers.Contains(Digits(link.Id)) : addresses.Contains(link.Id))))
        {
            findings.Add(link.File, link.Line, "personal-data", NotOfAContact(link.Id));
        }
    }

    /// <summary>A contact may name a second number of its own: source and date are those of the contact.</summary>
    private IEnumerable<string> Reaching(string text) =>
    [
        .. Phone().Matches(text).Where(match => !numbers.Contains(Digits(match.Value))).Select(match => NotOfAContact(match.Value)),
        .. Mail().Matches(text).Where(match => !addresses.Contains(match.Value)).Select(match => NotOfAContact(match.Value)),
    ];

    private static IEnumerable<string> Belonging(string text) =>
    [
        .. CitizenNumber().Matches(text).Where(match => IsCitizenNumber(match.Value)).Select(match => $"'{match.Value}' is a citizen number. Take it out."),
        .. Plate().Matches(text).Where(match => match.Value.Any(char.IsAsciiDigit) && match.Value.Any(char.IsAsciiLetter)).Select(match => $"'{match.Value}' looks like a number plate. Take it out."),
    ];

    private static string NotOfAContact(string found) =>
        $"'{found}' is not the number or address of a contact. Add the contact with its source and date, or take it out.";

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    /// <summary>Weighed 9 down to 2 and -1, the digits of a citizen number add up to a multiple of eleven.</summary>
    private static bool IsCitizenNumber(string digits) =>
        digits.Select((digit, index) => (digit - '0') * (index == CitizenNumberDigits - 1 ? -1 : CitizenNumberDigits - index)).Sum() % 11 == 0;

    [GeneratedRegex(@"(?<![0-9])(?:0[89]00(?:[ -]?[0-9]){4,7}|(?:\+31|0)(?:[ -]?[0-9]){9})(?![0-9])")]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<![\p{L}\p{N}._+-])[\p{L}\p{N}._+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+")]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<![0-9-])[0-9]{9}(?![0-9-])")]
    private static partial Regex CitizenNumber();

    [GeneratedRegex(@"(?<![\p{L}\p{N}-])(?:[A-Z]{1,3}|[0-9]{1,3})-(?:[A-Z]{2,3}|[0-9]{2,3})-(?:[A-Z]{1,2}|[0-9]{1,2})(?![\p{L}\p{N}-])")]
    private static partial Regex Plate();
}
