using System.Text.Json;
using FieldKit.Crypto;
using FieldKit.Device.Vault;
using Microsoft.Playwright;

namespace FieldKit.EndToEnd.Tests;

/// <summary>The browser's keys (`device.js` on real WebCrypto), driven from outside the page, so that the one suite runs on them.</summary>
internal sealed class KeysThroughPage(IPage page, TimeProvider time) : IDeviceKeys
{
    private const string Module = "const device = await import('/js/device.js');"
        + "const bytesOf = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));"
        + "const answerOf = ({ refusal, bytes }) => ({ refusal, bytes: bytes && btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join('')) });";

    public bool IsOpen { get; private set; }

    public async ValueTask<bool> ExistAsync() => await page.EvaluateAsync<bool>($"async () => {{ {Module} return await device.keysExist(); }}");

    public async ValueTask CreateAsync(string pin)
    {
        Assert.True(await page.EvaluateAsync<bool>($"async pin => {{ {Module} return await device.keysCreate(pin); }}", pin));
        IsOpen = true;
    }

    public async ValueTask<bool> UnlockAsync(string pin, int wipeAfter = WrongTries.UsualLimit)
    {
        var word = await page.EvaluateAsync<string>(
            $"async ([pin, rule]) => {{ {Module} return await device.keysUnlock(pin, rule); }}", new[] { pin, Rule(wipeAfter) });
        if (word == "too-soon")
        {
            throw new TooSoonException();
        }

        IsOpen |= word == "open";
        return word == "open";
    }

    public async ValueTask<WrongTries> TriesAsync()
    {
        var tries = await page.EvaluateAsync<JsonElement>(
            $"async rule => {{ {Module} return await device.keysTries(rule); }}", Rule(WrongTries.UsualLimit));
        return new(
            tries.GetProperty("count").GetInt32(),
            TimeSpan.FromMilliseconds(tries.GetProperty("wait").GetDouble()),
            tries.GetProperty("erased").GetBoolean());
    }

    public void Lock() => throw new NotSupportedException("This suite shuts nothing.");

    public async ValueTask<byte[]> PublicKeyAsync() => Bytes(
        await page.EvaluateAsync<JsonElement>($"async () => {{ {Module} return answerOf(await device.keysPublicKey()); }}"));

    public ValueTask<byte[]> EncryptAsync(KeyTier tier, byte[] plaintext, byte[] aad) => CallAsync("encrypt", tier, plaintext, aad);

    public ValueTask<byte[]> DecryptAsync(KeyTier tier, byte[] bytes, byte[] aad) => CallAsync("decrypt", tier, bytes, aad);

    public ValueTask<byte[]> SealAsync(byte[] readerPublicKey, string info, byte[] aad, byte[] plaintext) => throw new NotSupportedException();

    public ValueTask<byte[]> OpenAsync(byte[] senderPublicKey, string info, byte[] aad, byte[] sealedBytes) => throw new NotSupportedException();

    public ValueTask<bool> VerifyAsync(byte[] publicKey, byte[] statement, byte[] signature) => throw new NotSupportedException();

    public async ValueTask WipeAsync()
    {
        await page.EvaluateAsync($"async () => {{ {Module} await device.keysWipe(); }}");
        IsOpen = false;
    }

    private static byte[] Bytes(JsonElement answer) => answer.GetProperty("refusal").GetString() switch
    {
        null => answer.GetProperty("bytes").GetBytesFromBase64(),
        "vault-locked" => throw new VaultLockedException(),
        "seal-broken" => throw new SealBrokenException(),
        var other => throw new InvalidOperationException(other),
    };

    private async ValueTask<byte[]> CallAsync(string name, KeyTier tier, byte[] bytes, byte[] aad) => Bytes(await page.EvaluateAsync<JsonElement>(
        $"async ([tier, bytes, aad]) => {{ {Module} return answerOf(await device.{name}(tier, bytesOf(bytes), bytesOf(aad))); }}",
        new[] { tier == KeyTier.Vault ? "vault" : "device", Convert.ToBase64String(bytes), Convert.ToBase64String(aad) }));

    private string Rule(int wipeAfter) => JsonSerializer.Serialize(new
    {
        now = time.GetUtcNow().ToUnixTimeMilliseconds(),
        waits = WrongTries.Waits.Select(wait => (long)wait.TotalMilliseconds),
        wipeAfter,
    });
}
