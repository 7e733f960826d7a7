using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace FieldKit.Domain.Tests;

/// <summary>
/// How a property is tried: the same inputs at every run, so that what turns red was changed by somebody and not by the dice.
/// FIELDKIT_SEED (a number) tries others.
/// </summary>
internal static class Rounds
{
    private static readonly ulong Seed = ulong.Parse(Environment.GetEnvironmentVariable("FIELDKIT_SEED") ?? "1", CultureInfo.InvariantCulture);

    public static Config Of(int count) => Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(Seed, gamma: 1);
}
