using System.Globalization;
using FieldKit.Device.Vault;

namespace FieldKit.App.Browser;

/// <summary>What js/tries.js counts by.</summary>
internal static class TryRule
{
    private static readonly string Waits =
        string.Join(',', WrongTries.Waits.Select(wait => wait.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)));

    public static string Json(TimeProvider time, int wipeAfter) => string.Create(
        CultureInfo.InvariantCulture, $$"""{"now":{{time.GetUtcNow().ToUnixTimeMilliseconds()}},"waits":[{{Waits}}],"wipeAfter":{{wipeAfter}}}""");
}
