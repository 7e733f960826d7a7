using System.Reflection;
using FieldKit.Presentation.Signals;
using FieldKit.Protocol;

namespace FieldKit.Presentation.Tests.Signals;

public sealed class RefusalTextTests
{
    public static TheoryData<string> EveryRefusal =>
        [.. typeof(Refusals).GetFields(BindingFlags.Public | BindingFlags.Static).Select(code => (string)code.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(EveryRefusal))]
    public void Every_refusal_has_words_in_both_languages(string refusal)
    {
        foreach (var language in new[] { "nl", "en" })
        {
            var texts = TextResources.Of(language);
            Assert.Contains($"refused.{RefusalText.Key(refusal)}.what", texts.Keys);
            Assert.Contains($"refused.{RefusalText.Key(refusal)}.do", texts.Keys);
        }
    }

    [Fact]
    public void An_unknown_refusal_of_a_newer_server_has_general_words() => Assert.Equal("other", RefusalText.Key("from-the-future"));
}
