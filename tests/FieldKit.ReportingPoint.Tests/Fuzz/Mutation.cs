using System.Buffers.Binary;
using System.Text;

namespace FieldKit.ReportingPoint.Tests.Fuzz;

/// <summary>Spoils bytes, always the same way for the same chance: what people, networks and attackers do to a message.</summary>
internal static class Mutation
{
    private const int MostSteps = 4;
    private const int LargeBytes = 1_200_000;

    /// <summary>So seldom is an input larger than what is taken: it costs a thousand others.</summary>
    private const int SeldomLarge = 3_000;

    private static readonly int[] Edges = [0, 1, -1, int.MaxValue, int.MinValue, 255, 256, 65_535, 65_536, 1_048_576];

    private static readonly byte[][] Words = [.. new[]
    {
        "null", "true", "-1", "0", "1e999", "-1e-999", "9223372036854775808", "2147483648", "\"\"", "[]", "{}", "[null]", "\"\\ud800\"", "\"\\u0000\"", "\"AAAA\"", "\"!\"",
        "\"00000000-0000-0000-0000-000000000000\"", "\"9999-99-99T99:99:99Z\"", ",", ":", "\"", "}", "]", "\\", "\u0000", "\uFEFF", "é", "🙂",
        new string('[', 200), new string('{', 200), string.Concat(Enumerable.Repeat("{\"a\":", 100)), new string('9', 400), new string('A', 5_000),
    }.Select(Encoding.UTF8.GetBytes)];

    public static byte[] Of(byte[] seed, Random chance)
    {
        var bytes = new List<byte>(seed);
        for (var step = chance.Next(MostSteps); step >= 0; step--)
        {
            Spoil(bytes, chance);
        }

        if (chance.Next(SeldomLarge) == 0)
        {
            bytes.AddRange(new byte[LargeBytes]);
        }

        return [.. bytes];
    }

    private static void Spoil(List<byte> bytes, Random chance)
    {
        var at = chance.Next(bytes.Count + 1);
        var length = Math.Min(chance.Next(1, 64), bytes.Count - at);
        switch (chance.Next(8))
        {
            case 0 when length > 0:
                bytes[at] ^= (byte)(1 << chance.Next(8));
                break;
            case 1 when length > 0:
                bytes[at] = (byte)chance.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5 when bytes.Count - at >= sizeof(int):
                var number = new byte[sizeof(int)];
                BinaryPrimitives.WriteInt32LittleEndian(number, Edges[chance.Next(Edges.Length)]);
                bytes.RemoveRange(at, sizeof(int));
                bytes.InsertRange(at, number);
                break;
            case 6:
                // In the place of a value, where there is one.
                ReplaceValue(bytes, at, Words[chance.Next(Words.Length)]);
                break;
            default:
                bytes.InsertRange(at, Words[chance.Next(Words.Length)]);
                break;
        }
    }

    private static void ReplaceValue(List<byte> bytes, int from, byte[] word)
    {
        var colon = from < bytes.Count ? bytes.IndexOf((byte)':', from) : -1;
        if (colon < 0)
        {
            bytes.InsertRange(from, word);
            return;
        }

        var end = bytes.FindIndex(colon, letter => letter is (byte)',' or (byte)'}' or (byte)']');
        bytes.RemoveRange(colon + 1, (end < 0 ? bytes.Count : end) - colon - 1);
        bytes.InsertRange(colon + 1, word);
    }
}
