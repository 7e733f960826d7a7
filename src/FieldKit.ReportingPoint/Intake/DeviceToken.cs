using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using FieldKit.Protocol;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>"Bearer {device id, 32 hex}.{token, 32 bytes in base64url}", with ".{<see cref="Intake.Admission"/>}" behind it when the device was not let in without.</summary>
internal sealed record DeviceToken(Guid Device, byte[] Token, string? Admission)
{
    public byte[] Hash { get; } = SHA256.HashData(Token);

    public static DeviceToken? TryParse(string? authorization)
    {
        if (!AuthenticationHeaderValue.TryParse(authorization, out var header)
            || !header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            || header.Parameter?.Split('.', 3) is not [var id, var token, .. var rest]
            || !Guid.TryParseExact(id, "N", out var device)
            || !Base64Url.IsValid(token, out var bytes)
            || bytes != TokenChain.TokenBytes)
        {
            return null;
        }

        return new(device, Base64Url.DecodeFromChars(token), rest.SingleOrDefault());
    }
}
