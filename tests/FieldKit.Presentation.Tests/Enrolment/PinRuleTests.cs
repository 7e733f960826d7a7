using FieldKit.Presentation.Enrolment;

namespace FieldKit.Presentation.Tests.Enrolment;

public sealed class PinRuleTests
{
    [Theory]
    [InlineData("264817", "264817", null)]
    [InlineData("26481", "26481", "enrol.pin.short")]
    [InlineData("", "", "enrol.pin.short")]
    [InlineData("26481a", "26481a", "enrol.pin.digits")]
    [InlineData("٢٦٤٨١٧", "٢٦٤٨١٧", "enrol.pin.digits")]
    [InlineData("000000", "000000", "enrol.pin.simple")]
    [InlineData("123456", "123456", "enrol.pin.simple")]
    [InlineData("987654", "987654", "enrol.pin.simple")]
    [InlineData("264817", "264871", "enrol.pin.differs")]
    public void A_pin_is_judged_by_what_can_be_changed(string pin, string repeated, string? complaint) =>
        Assert.Equal(complaint, PinRule.Complaint(pin, repeated));

    [Theory]
    [InlineData("vier blauwe fietsen daar", "vier blauwe fietsen daar", null)]
    [InlineData("vier blauwe fietsen daar ", "vier blauwe fietsen daar", null)]
    [InlineData("264817359012", "264817359012", null)]
    [InlineData("elf tekens.", "elf tekens.", "enrol.phrase.short")]
    [InlineData("264817", "264817", "enrol.phrase.short")]
    [InlineData("            ", "            ", "enrol.phrase.short")]
    [InlineData("hahahahahaha", "hahahahahaha", "enrol.phrase.simple")]
    [InlineData("abcdefghijkl", "abcdefghijkl", "enrol.phrase.simple")]
    [InlineData("vier blauwe fietsen daar", "vier blauwe fietsen hier", "enrol.pin.differs")]
    public void A_passphrase_is_judged_by_its_length_and_variety(string phrase, string repeated, string? complaint) =>
        Assert.Equal(complaint, PinRule.Complaint(phrase, repeated, SecretKind.Passphrase));
}
