using System.Text;
using FieldKit.Domain.Forms;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Vault;

public sealed class CanaryTests : DeviceTest
{
    private const string Canary = "kanarie-in-de-mijn-7F3A";

    [Fact]
    public async Task What_a_person_typed_is_nowhere_on_the_disk()
    {
        await Device.EnrolAsync(Point);
        var draft = await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", [new("F03", "begin", Canary, Canary)]);
        draft.Answers["s2_wat"] = new FormAnswer([Canary], Canary);
        await Device.Drafts.SaveAsync(draft);
        var id = await Device.WriteAndSealAsync(Canary);
        AssertNowhere();

        await Device.Sync.RunOnceAsync();
        Point.SendAnswer(id, "eerste-blik", Canary);
        await Device.Sync.RunOnceAsync();
        Assert.Equal(Canary, (await Device.Signals.ReadAsync(id))!.Answers.Single().Text);
        AssertNowhere();
    }

    [Fact]
    public void The_search_itself_finds_a_word_in_every_spelling()
    {
        foreach (var spelling in Spellings(Canary))
        {
            Assert.Contains(Spellings(Canary), other => Holds([1, 2, .. spelling, 3], other));
        }
    }

    private void AssertNowhere()
    {
        var bytes = BytesOnDisk();
        Assert.True(bytes.Length > 10_000);
        Assert.All(Spellings(Canary), spelling => Assert.False(Holds(bytes, spelling)));
    }

    private static bool Holds(byte[] bytes, byte[] spelling) => bytes.AsSpan().IndexOf(spelling) >= 0;

    /// <summary>UTF-8, UTF-16, and base64 at each of the three places where a word can begin in it.</summary>
    private static IEnumerable<byte[]> Spellings(string word)
    {
        yield return Encoding.UTF8.GetBytes(word);
        yield return Encoding.Unicode.GetBytes(word);
        yield return Encoding.BigEndianUnicode.GetBytes(word);
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode])
        {
            for (var shift = 0; shift < 3; shift++)
            {
                var text = Convert.ToBase64String([.. new byte[shift], .. encoding.GetBytes(word)]);
                // The first and last letters hold bits of the neighbours.
                yield return Encoding.ASCII.GetBytes(text[4..^4]);
            }
        }
    }
}
