using System.Security.Cryptography;
using System.Text;

namespace FieldKit.ReportingPoint.Storage.Rows;

/// <summary>The account at the municipality's identity provider that a member linked; at most one.</summary>
internal sealed class ProviderAccountRow
{
    public required string Municipality { get; set; }
    public required Guid Staff { get; set; }

    /// <summary><see cref="AccountOf"/>.</summary>
    public required byte[] Account { get; set; }
    public required DateTimeOffset LinkedAt { get; set; }
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>SHA-256 of issuer, line feed and subject in UTF-8. Only ever compared; what a provider calls somebody is not kept. An issuer is an address and has no line feed.</summary>
    public static byte[] AccountOf(string issuer, string subject) => SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{subject}"));
}
