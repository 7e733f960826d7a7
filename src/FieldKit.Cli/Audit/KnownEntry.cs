using System.CommandLine;
using System.Globalization;

namespace FieldKit.Cli.Audit;

/// <summary>An entry of the audit log that was written down elsewhere: "41:9f86d0…", as `fieldkit backup` and `fieldkit audit verify` print it.</summary>
internal sealed record KnownEntry(long Sequence, string Hash)
{
    private const int HashDigits = 64;

    public static Option<KnownEntry[]> CreateOption() => new("--known")
    {
        Description = "Elders genoteerde regel / entry written down elsewhere (NUMBER:HASH); mag vaker / may be repeated",
        CustomParser = argument =>
        {
            var entries = argument.Tokens.Select(token => TryParse(token.Value)).ToList();
            if (entries.Contains(null))
            {
                argument.AddError("--known: nummer, dubbele punt, hash van 64 tekens / number, colon, hash of 64 digits.");
            }

            return [.. entries.OfType<KnownEntry>()];
        },
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sequence}:{Hash}");

    private static KnownEntry? TryParse(string text) =>
        text.Split(':') is [var number, { Length: HashDigits } hash]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && hash.All(char.IsAsciiHexDigit)
            ? new(sequence, hash.ToLowerInvariant())
            : null;
}
