using System.Data.Common;

namespace FieldKit.Cli.Backups;

/// <summary>A reporting point's database, as far as copying it goes. What is in it stays unread, but for the counts.</summary>
internal interface IKeptDatabase
{
    /// <summary>"sqlite" or "postgres".</summary>
    string Kind { get; }

    /// <summary>What its copy is called in a backup.</summary>
    string FileName { get; }

    /// <summary>Copies it as it is at one moment, while it is used.</summary>
    /// <exception cref="BackupException">It cannot be copied.</exception>
    Task<DatabaseContents> CopyAsync(string file, CancellationToken cancellation);

    /// <summary>To read.</summary>
    /// <exception cref="BackupException">There is none, or it cannot be reached.</exception>
    Task<DbConnection> OpenAsync(CancellationToken cancellation);

    /// <exception cref="BackupException">It may not be written to.</exception>
    Task RequireRoomAsync(CancellationToken cancellation);

    /// <summary>Puts a copy in place and makes it another instance, both or neither, so that devices offer again what they hold.</summary>
    /// <exception cref="BackupException">It was not put in place.</exception>
    Task PutBackAsync(string file, DatabaseContents expected, Guid instance, CancellationToken cancellation);
}

internal sealed record DatabaseContents(long Envelopes, AuditEnd? Audit);

/// <summary>Why not, in words for who typed the command.</summary>
internal sealed class BackupException(string message) : Exception(message);
