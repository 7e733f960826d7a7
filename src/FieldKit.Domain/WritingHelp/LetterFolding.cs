using System.Globalization;

namespace FieldKit.Domain.WritingHelp;

/// <summary>Letters without capitals and accents. By hand: what the platform knows of letters differs between browser and server.</summary>
public static class LetterFolding
{
    // Pairs of an accented letter and its plain one.
    private const string Accented = "àáâãäåāăąçćčďđèéêëēėęěğìíîïīıłñńňòóôõöøōőřśşšșťțùúûüūůűýÿźżž";
    private const string Plain = "aaaaaaaaacccddeeeeeeeegiiiiiilnnnoooooooorssssttuuuuuuuyyzzz";

    /// <returns>'\0' for a mark that only adds an accent to the letter before it.</returns>
    public static char Fold(char letter)
    {
        if (letter < 0x80)
        {
            return char.ToLowerInvariant(letter);
        }

        if (letter is '’' or '‘' or 'ʼ')
        {
            return '\'';
        }

        if (letter is '‐' or '‑')
        {
            return '-';
        }

        var small = char.ToLowerInvariant(letter);
        return Accented.IndexOf(small) is >= 0 and var place ? Plain[place] : IsAccent(small) ? '\0' : small;
    }

    public static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || (letter >= 0x300 && IsAccent(letter));

    private static bool IsAccent(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;
}
