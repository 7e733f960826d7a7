using System.Security.Cryptography;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage.Databases;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>Lets enrolled devices in, also one that was shut out: what it sealed is still to be delivered. Plain SQL, because every exchange comes through here.</summary>
internal sealed class DeviceDoor(IDatabase database, Readmission readmission, TimeProvider clock)
{
    private static readonly byte[] NoHash = new byte[SHA256.HashSizeInBytes];

    /// <returns>Exactly one of the two.</returns>
    public async Task<(EnteredDevice? Device, Refusal? Refusal)> OpenAsync(HttpRequest request)
    {
        if (DeviceToken.TryParse(request.Headers.Authorization) is not { } shown)
        {
            return (null, Refusal.NotEnrolled);
        }

        var cancellation = request.HttpContext.RequestAborted;
        for (var asked = false; ;)
        {
            var (device, known) = await FindAsync(shown.Device, cancellation);
            if (device is null && !asked && await readmission.TryAsync(shown, cancellation))
            {
                asked = true;
                continue;
            }

            if (CryptographicOperations.FixedTimeEquals(known, shown.Hash))
            {
                if (device is null)
                {
                    return (null, Refusal.NotEnrolled);
                }

                await SeeAsync(device, cancellation);
                return (device, null);
            }

            // Also for a device that is not there: how long a "no" takes does not tell which are.
            if (!TokenChain.IsAhead(shown.Token, known) || device is null)
            {
                return (null, Refusal.NotEnrolled);
            }

            // Then it is looked up again: of two that came at the same moment with different tokens the later token stays.
            await StepAsync(shown, known, cancellation);
        }
    }

    private async Task<(EnteredDevice? Device, byte[] TokenHash)> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var question = await database.AskAsync(
            """
            SELECT d.token_hash, d.municipality, d.revoked_at, p.instance, p.content_sequence, d.stored_day, d.stored_bytes, d.fetched_to, d.last_message,
              d.last_seen_day, (SELECT MAX(e.number) FROM epochs e WHERE e.municipality = d.municipality)
            FROM reporting_point p LEFT JOIN devices d ON d.id = @id
            """,
            cancellation);
        question.Command.Add("@id", database.Stored(id));
        await using var row = await question.Command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        if (row.IsDBNull(0))
        {
            return (null, NoHash);
        }

        DateTimeOffset? revokedAt = row.IsDBNull(2) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2));
        var device = new EnteredDevice(
            id,
            row.GetString(1),
            database.ReadId(row, 3),
            revokedAt,
            row.GetInt64(4),
            new(row.GetInt64(5), row.GetInt64(6)),
            FetchedTo: row.GetInt64(7),
            LastMessage: row.GetInt64(8),
            LastSeenDay: row.IsDBNull(9) ? null : row.GetInt64(9),
            Epoch: row.GetInt32(10));
        return (device, row.GetFieldValue<byte[]>(0));
    }

    /// <summary>Once a day: an administrator sees which devices are used, and an exchange that only asks costs no write.</summary>
    private async Task SeeAsync(EnteredDevice device, CancellationToken cancellation)
    {
        var today = DeviceAllowance.DayOf(clock.GetUtcNow());
        if (device.LastSeenDay == today)
        {
            return;
        }

        using var queued = await database.QueueToWriteAsync(cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE devices SET last_seen_day = @today WHERE id = @id";
        command.Add("@today", today);
        command.Add("@id", database.Stored(device.Id));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>From here on the earlier token opens nothing.</summary>
    private async Task StepAsync(DeviceToken shown, byte[] known, CancellationToken cancellation)
    {
        using var queued = await database.QueueToWriteAsync(cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE devices SET token_hash = @shown WHERE id = @id AND token_hash = @known";
        command.Add("@shown", shown.Hash);
        command.Add("@id", database.Stored(shown.Device));
        command.Add("@known", known);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
