using System.Text.Json;
using FieldKit.Domain;
using FieldKit.Domain.Municipalities;

namespace FieldKit.Content.Tests.Municipalities;

public sealed class DevicePolicyTests
{
    [Fact]
    public void What_is_written_comes_through()
    {
        var policy = Policy("""
            device:
              wrong_tries: 7
              readable_days: 3
              draft_days: 20
              draft_warning_days: 15
              revoked_clears: [readable]
              facts: [J]
            """);
        Assert.Equal(
            (7, 3, 20, 15, "Readable", "J"),
            (policy.WrongTries, policy.ReadableDays, policy.DraftDays, policy.DraftWarningDays, Assert.Single(policy.RevokedClears).ToString(), Assert.Single(policy.Facts!)));
    }

    [Fact]
    public void What_is_left_out_keeps_its_default()
    {
        var policy = Policy("device: {wrong_tries: 7, facts: [J]}");
        Assert.Equal(
            DevicePolicy.Default with { WrongTries = 7, Facts = policy.Facts, RevokedClears = policy.RevokedClears },
            policy);
        Assert.Equal(DevicePolicy.Default.RevokedClears, policy.RevokedClears);
    }

    [Fact]
    public void An_empty_list_clears_nothing_on_a_revoked_device() =>
        Assert.Empty(Policy("device: {revoked_clears: [], facts: [J]}").RevokedClears);

    [Fact]
    public void Without_a_policy_the_defaults_hold()
    {
        var content = new SmallContent().Compile().Bundle!;
        Assert.Null(content.Municipalities.Single().Device);
        Assert.Same(DevicePolicy.Default, DevicePolicy.Of(content, "dorp"));
    }

    [Theory]
    [InlineData("wrong_tries: 4")]
    [InlineData("wrong_tries: 21")]
    [InlineData("readable_days: 0")]
    [InlineData("readable_days: 31")]
    [InlineData("draft_days: 7, draft_warning_days: 4")]
    [InlineData("draft_days: 31")]
    [InlineData("draft_warning_days: 0")]
    [InlineData("draft_warning_days: 28")]
    [InlineData("draft_days: 20")]
    public void A_number_out_of_bounds_is_found(string written) => Assert.Equal("device-policy", Error($"device: {{{written}, facts: [J]}}"));

    [Theory]
    [InlineData("device: {wrong_tries: 7}", "facts")]
    [InlineData("device: {wrong_tries: zeven, facts: [J]}", "wrong-value")]
    [InlineData("device: {revoked_clears: [alles], facts: [J]}", "wrong-value")]
    [InlineData("device: {wrong_try: 7, facts: [J]}", "unknown-key")]
    public void A_slip_of_the_pen_is_found(string written, string rule) => Assert.Equal(rule, Error(written));

    [Fact]
    public void Every_municipality_sets_its_own_and_it_survives_the_bundle()
    {
        var published = ContentCompiler.Compile(RepositoryContent.Folder, new DateOnly(2026, 11, 22)).Bundle!;
        var taken = ContentParts.Join(published.BuiltOn, ContentParts.Split(published).Select(part => part.Bytes));
        Assert.All(published.Municipalities, municipality =>
        {
            Assert.NotNull(municipality.Device);
            Assert.Equal(Json(municipality.Device), Json(DevicePolicy.Of(taken, municipality.Id)));
        });
    }

    private static string Json(DevicePolicy policy) => JsonSerializer.Serialize(policy);

    private static DevicePolicy Policy(string written)
    {
        var result = Written(written).Compile();
        Assert.Empty(result.Errors);
        return DevicePolicy.Of(result.Bundle, "dorp");
    }

    private static string Error(string written) => Written(written).OnlyError().Rule;

    private static SmallContent Written(string written) => new SmallContent().With(SmallContent.Municipality, "stages:", written + "\nstages:");
}
