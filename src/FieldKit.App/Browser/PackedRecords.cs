using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using FieldKit.Device.Store;

namespace FieldKit.App.Browser;

/// <summary>Several records as js/device.js hands them over: what each is, and the bytes of all one after the other.</summary>
[SupportedOSPlatform("browser")]
internal static class PackedRecords
{
    /// <param name="answer">Its refusal, if there is one, is thrown.</param>
    public static IReadOnlyList<T> Read<T>(JSObject answer, string store, Func<RecordKey, long, byte[], T> make)
    {
        // Bytes() disposes of the answer.
        var parts = answer.GetPropertyAsString("parts");
        var bytes = DeviceModule.Bytes(answer);
        var at = 0;
        var records = new List<T>();
        foreach (var part in CommitJson.Read(parts!))
        {
            records.Add(make(new(store, part.Id), part.Version, bytes[at..(at + part.Length)]));
            at += part.Length;
        }

        return records;
    }
}
