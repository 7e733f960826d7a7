using System.Text.Json;
using FieldKit.Domain.Municipalities;

namespace FieldKit.Domain.Tests.Municipalities;

public sealed class DevicePolicyTests
{
    private const string Content = """
        {"builtOn":"2026-11-01","flowcharts":[],"guides":[],"contacts":[],"forms":[],"municipalities":[
          {"id":"dorp","name":{"nl":"Dorp"},"reportingPoint":{"nl":"Loket"},"stages":[],"facts":[],"device":{"readableDays":7}},
          {"id":"stad","name":{"nl":"Stad"},"reportingPoint":{"nl":"Loket"},"stages":[],"facts":[]}]}
        """;

    private static readonly ContentBundle Bundle = JsonSerializer.Deserialize(Content, DomainJson.Default.ContentBundle)!;

    [Fact]
    public void Content_that_sets_one_thing_leaves_the_rest_as_it_was()
    {
        var policy = DevicePolicy.Of(Bundle, "dorp");
        Assert.Equal((10, 7, 30, 25), (policy.WrongTries, policy.ReadableDays, policy.DraftDays, policy.DraftWarningDays));
        Assert.Equal([DeviceBelonging.Drafts, DeviceBelonging.Readable, DeviceBelonging.OwnContacts], policy.RevokedClears);
    }

    [Theory]
    [InlineData("stad")]
    [InlineData("nergens")]
    [InlineData(null)]
    public void A_municipality_that_sets_nothing_has_the_defaults(string? municipality) =>
        Assert.Same(DevicePolicy.Default, DevicePolicy.Of(Bundle, municipality));

    [Fact]
    public void Without_content_the_defaults_hold() => Assert.Same(DevicePolicy.Default, DevicePolicy.Of(null, "dorp"));
}
