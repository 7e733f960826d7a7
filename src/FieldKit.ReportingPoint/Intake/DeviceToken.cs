using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>"Bearer {device id, 32 hex}.{token, 32 bytes in base64url}".</summary>
internal sealed record DeviceToken(Guid Device, byte[] TokenHash)
{
    private const int TokenBytes = 32;

    public static DeviceToken? TryParse(string? authorization)
    {
        if (!AuthenticationHeaderValue.TryParse(authorization, out var header)
            || !header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            || header.Parameter?.Split('.') is not [var id, var token]
            || !Guid.TryParseExact(id, "N", out var device)
            || !Base64Url.IsValid(token, out var bytes)
            || bytes != TokenBytes)
        {
            return null;
        }

        return new(device, SHA256.HashData(Base64Url.DecodeFromChars(token)));
    }
}
