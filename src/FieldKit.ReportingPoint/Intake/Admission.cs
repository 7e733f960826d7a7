using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using FieldKit.Crypto;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>
/// That a device was enrolled here, in this reporting point's own signature, for the device to keep: one that was enrolled after the
/// last backup shows it to what was restored, which would not know it otherwise. Read by nobody but who wrote it.
/// </summary>
/// <param name="TokenHash">Of the token of the enrolment.</param>
/// <param name="Code">Hash of the code that it used up.</param>
internal sealed record Admission(Guid Device, byte[] PublicKey, byte[] TokenHash, string Municipality, string Organisation, string Role, byte[] Code)
{
    private static ReadOnlySpan<byte> Label => "fieldkit-admission-1\n"u8;

    /// <returns>Letters that a header takes.</returns>
    public string Sign(SigningKey key)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(this, AdmissionJson.Default.Admission);
        return $"{Base64Url.EncodeToString(text)}.{Base64Url.EncodeToString(key.Sign([.. Label, .. text]))}";
    }

    /// <returns>Null when it was not signed with this key.</returns>
    public static Admission? TryRead(string shown, SigningKey key)
    {
        if (shown.Split('.') is not [var text, var signature] || !Base64Url.IsValid(text) || !Base64Url.IsValid(signature))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        return SigningKey.Verify(key.PublicKey, [.. Label, .. bytes], Base64Url.DecodeFromChars(signature))
            ? JsonSerializer.Deserialize(bytes, AdmissionJson.Default.Admission)
            : null;
    }
}

[JsonSerializable(typeof(Admission))]
internal sealed partial class AdmissionJson : JsonSerializerContext;
