using System.Text.Json.Serialization;

namespace FieldKit.Cli.Backups;

/// <summary>What a backup says of itself, in `backup.json`. Written last: a folder without it is no backup.</summary>
/// <param name="Database">"sqlite" or "postgres".</param>
/// <param name="Envelopes">How many signals, follow-ups and withdrawals it holds.</param>
/// <param name="Audit">The audit log's last entry at that moment: kept elsewhere, it shows whether the log was rewritten since. Null for an empty log.</param>
internal sealed record BackupManifest(
    int Format, DateTimeOffset MadeAt, string Database, long Envelopes, AuditEnd? Audit, IReadOnlyList<BackedUpFile> Files)
{
    public const int PresentFormat = 1;
    public const string FileName = "backup.json";
}

internal sealed record AuditEnd(long Sequence, byte[] Hash);

internal sealed record BackedUpFile(string Name, long Size, byte[] Sha256);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;
