using System.Text.Json;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Domain;
using FieldKit.Domain.Forms;

namespace FieldKit.Device.Drafts;

/// <summary>Form definitions that drafts and sent signals were written on: content moves on, what was asked does not.</summary>
internal static class KeptForm
{
    public static RecordKey Key(string form, int version) =>
        new(DeviceStores.Forms, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{form}@{version}"));

    public static SealedChange Change(FormDefinition form) =>
        new(Key(form.Id, form.Version), 0, KeyTier.Device, JsonSerializer.SerializeToUtf8Bytes(form, DomainJson.Default.FormDefinition));

    public static async ValueTask<FormDefinition?> ReadAsync(ISealedStore store, string form, int version) =>
        await store.ReadAsync(Key(form, version), KeyTier.Device) is { } record
            ? JsonSerializer.Deserialize(record.Plaintext, DomainJson.Default.FormDefinition)
            : null;
}
