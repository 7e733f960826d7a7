namespace FieldKit.Domain.WritingHelp.Identity;

/// <summary>Mail addresses and handles, both found at their "@".</summary>
internal static class AtSigns
{
    public static IEnumerable<(int Start, int Length)> Mail(string text)
    {
        foreach (var at in Places(text))
        {
            var (start, end) = (Backwards(text, at), Forwards(text, at));
            if (start < at && text.IndexOf('.', at, end - at) is var dot && dot > at + 1 && end - dot > 2)
            {
                yield return (start, end - start);
            }
        }
    }

    public static IEnumerable<(int Start, int Length)> Handles(string text)
    {
        foreach (var at in Places(text))
        {
            var end = Forwards(text, at);
            if (Backwards(text, at) == at && end - at > 2 && (at == 0 || text[at - 1] != '@'))
            {
                yield return (at, end - at);
            }
        }
    }

    private static IEnumerable<int> Places(string text)
    {
        for (var at = text.IndexOf('@'); at >= 0; at = text.IndexOf('@', at + 1))
        {
            yield return at;
        }
    }

    // Neither walk passes another "@", so that together they read each character at most twice.
    private static int Backwards(string text, int at)
    {
        while (at > 0 && IsPart(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static int Forwards(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && IsPart(text[end]))
        {
            end++;
        }

        while (text[end - 1] is '.' or '-')
        {
            end--;
        }

        return end;
    }

    private static bool IsPart(char letter) => char.IsLetterOrDigit(letter) || letter is '.' or '_' or '-' or '+';
}
