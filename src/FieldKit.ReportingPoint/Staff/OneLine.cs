using System.Globalization;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>Names that stand in lists, on paper and in the inbox: one line, and nothing that turns the rest of a line around.</summary>
internal static class OneLine
{
    /// <param name="shortest">Inclusive, as is <paramref name="longest"/>.</param>
    public static bool IsName(string name, int shortest, int longest) =>
        name.Length >= shortest && name.Length <= longest
        && name.Any(char.IsLetter)
        && !name.Any(letter => char.GetUnicodeCategory(letter)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse);
}
