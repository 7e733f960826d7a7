using System.Text.Json;
using FieldKit.Device.Store;
using Microsoft.Playwright;

namespace FieldKit.EndToEnd.Tests;

/// <summary>The browser's record store (`device.js` on a real IndexedDB), driven from outside the page, so that the one store suite runs on it.</summary>
internal sealed class IndexedDbThroughPage(IPage page) : IRecordStore
{
    private const string Module = "const device = await import('/js/device.js');"
        + "const bytesOf = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));"
        + "const textOf = bytes => btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));";

    public async ValueTask<StoredRecord?> ReadAsync(RecordKey key)
    {
        var found = await page.EvaluateAsync<JsonElement?>(
            $"async ([store, id]) => {{ {Module} const found = await device.storeRead(store, id);"
            + " return found && { version: found.version, bytes: textOf(found.bytes) }; }",
            new[] { key.Store, key.Id });
        return found is { ValueKind: JsonValueKind.Object } record
            ? new(key, record.GetProperty("version").GetInt64(), record.GetProperty("bytes").GetBytesFromBase64())
            : null;
    }

    public ValueTask<IReadOnlyList<StoredRecord>> ReadAllAsync(string store, IReadOnlyList<string> ids) =>
        ReadPackedAsync("device.storeReadAll(store, ids)", store, JsonSerializer.Serialize(ids));

    public ValueTask<IReadOnlyList<StoredRecord>> ListAsync(string store) => ReadPackedAsync("device.storeList(store)", store, "");

    public async ValueTask<int> CountAsync(string store) => await page.EvaluateAsync<int>(
        $"async store => {{ {Module} return await device.storeCount(store); }}", store);

    public async ValueTask CommitAsync(IReadOnlyList<RecordChange> changes)
    {
        var list = JsonSerializer.Serialize(changes.Select(change => new
        {
            store = change.Key.Store,
            id = change.Key.Id,
            expectedVersion = change.ExpectedVersion,
            length = change.Bytes?.Length,
        }));
        var bytes = Convert.ToBase64String(changes.SelectMany(change => change.Bytes ?? []).ToArray());
        var outcome = await page.EvaluateAsync<string>(
            $"async ([list, bytes]) => {{ {Module} return await device.storeCommit(list, bytesOf(bytes)); }}",
            new[] { list, bytes });
        if (outcome == "stale")
        {
            throw new StaleRecordException(changes[0].Key);
        }

        Assert.Equal("done", outcome);
    }

    private async ValueTask<IReadOnlyList<StoredRecord>> ReadPackedAsync(string call, string store, string ids)
    {
        var found = await page.EvaluateAsync<JsonElement>(
            $"async ([store, ids]) => {{ {Module} const found = await {call};"
            + " return { parts: JSON.parse(found.parts), bytes: textOf(found.bytes) }; }",
            new[] { store, ids });
        var bytes = found.GetProperty("bytes").GetBytesFromBase64();
        var records = new List<StoredRecord>();
        var start = 0;
        foreach (var part in found.GetProperty("parts").EnumerateArray())
        {
            var length = part.GetProperty("length").GetInt32();
            records.Add(new(
                new(store, part.GetProperty("id").GetString()!),
                part.GetProperty("version").GetInt64(),
                bytes[start..(start + length)]));
            start += length;
        }

        return records;
    }
}
