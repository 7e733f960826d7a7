using FieldKit.Presentation.Enrolment;
using FieldKit.Presentation.Unlock;

namespace FieldKit.Presentation.Tests.Unlock;

public sealed class SecretChoiceTests
{
    private readonly RememberedPreferences preferences = new();

    [Fact]
    public void What_one_types_is_remembered_and_nonsense_is_a_pin()
    {
        Assert.Equal(SecretKind.Pin, new SecretChoice(preferences).Kind);

        new SecretChoice(preferences).Use(SecretKind.Passphrase);
        Assert.Equal(SecretKind.Passphrase, new SecretChoice(preferences).Kind);

        preferences.Write("opens-with", "7");
        Assert.Equal(SecretKind.Pin, new SecretChoice(preferences).Kind);
    }
}
