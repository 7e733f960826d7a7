namespace FieldKit.Content.Fuzzing;

/// <summary>Spoils bytes in a few places: flips, cuts, copies, and pieces of JSON where they do not belong.</summary>
internal sealed class ByteMutator(Random random)
{
    private const int MostChanges = 5;
    private const int MostRepeats = 2000;

    private static readonly byte[][] Nasty =
    [
        .. new[] { "{", "[", "}", "]", "\"", ",", ":", "null", "true", "-1", "1e999", "99999999999999999999", "\"\\ud800\"", "{}", "[]", "[[", "{\"a\":", "\"id\":null,", "\"nl\":1,", "//", "\uFEFF" }
            .Select(System.Text.Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x00],
    ];

    public byte[] Mutate(byte[] bytes)
    {
        var changed = bytes.ToList();
        for (var change = random.Next(1, MostChanges + 1); change > 0; change--)
        {
            Change(changed);
        }

        return [.. changed];
    }

    private void Change(List<byte> bytes)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(bytes.Count - at, random.Next(1, 1 << random.Next(1, 9)));
        switch (random.Next(7))
        {
            case 0:
                bytes.RemoveRange(at, length);
                break;
            case 1:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 2:
                bytes.InsertRange(at, Pick());
                break;
            case 3:
                bytes.RemoveRange(at, length);
                bytes.InsertRange(at, Pick());
                break;
            case 4:
                bytes.InsertRange(at, Enumerable.Repeat(Pick(), random.Next(1, MostRepeats)).SelectMany(piece => piece));
                break;
            case 5:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                if (at < bytes.Count)
                {
                    bytes[at] ^= (byte)(1 << random.Next(8));
                }

                break;
        }
    }

    private byte[] Pick() => Nasty[random.Next(Nasty.Length)];
}
