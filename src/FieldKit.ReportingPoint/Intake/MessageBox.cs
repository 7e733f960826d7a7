using System.Data.Common;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Storage.Databases;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>
/// The sealed messages that wait for one device, oldest first. None for one that was shut out, also while its exchange was under
/// way: who revokes a device and is told that it is done must not see it fetch anything after that.
/// </summary>
internal sealed class MessageBox(IDatabase database)
{
    /// <summary>Of one answer; the rest of the frame is for its header.</summary>
    private const int BodyBytes = Limits.FrameBytes - Limits.HeaderBytes;

    /// <summary>Kept for the day that its signal is cleared: what the device has need not wait for it any longer.</summary>
    public async Task NoteFetchedAsync(ExchangeRequest request, EnteredDevice device, CancellationToken cancellation)
    {
        // A cursor of another instance counts other messages.
        if (request.Instance != device.Instance || request.Cursor <= device.FetchedTo)
        {
            return;
        }

        using var queued = await database.QueueToWriteAsync(cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE devices SET fetched_to = @cursor WHERE id = @device AND fetched_to < @cursor AND last_message >= @cursor";
        command.Add("@device", database.Stored(device.Id));
        command.Add("@cursor", request.Cursor);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task<(Frame<IReadOnlyList<MessageHeader>> Messages, bool More)> AfterAsync(long cursor, EnteredDevice device, CancellationToken cancellation)
    {
        if (cursor >= device.LastMessage)
        {
            // As nearly always; the door has asked already. What is written to it meanwhile comes with the next exchange.
            return (new([], []), false);
        }

        await using var question = await database.AskAsync(
            """
            SELECT id, about, epoch, sequence, sealed_for_device FROM answers
            WHERE municipality = @municipality AND device = @device AND sequence > @cursor AND length(sealed_for_device) > 0
              AND EXISTS (SELECT 1 FROM devices WHERE id = @device AND revoked_at IS NULL)
            ORDER BY sequence LIMIT @limit
            """,
            cancellation);
        var command = question.Command;
        command.Add("@municipality", device.Municipality);
        command.Add("@device", database.Stored(device.Id));
        command.Add("@cursor", cursor);
        command.Add("@limit", Limits.MessagesPerExchange + 1);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await ReadAsync(reader, device.Municipality, cancellation);
    }

    private async Task<(Frame<IReadOnlyList<MessageHeader>> Messages, bool More)> ReadAsync(DbDataReader reader, string municipality, CancellationToken cancellation)
    {
        var headers = new List<MessageHeader>();
        var bodies = new List<byte[]>();
        var room = BodyBytes;
        while (await reader.ReadAsync(cancellation))
        {
            var body = reader.GetFieldValue<byte[]>(4);
            if (headers.Count == Limits.MessagesPerExchange || body.Length > room)
            {
                return (new(headers, bodies), true);
            }

            headers.Add(new(database.ReadId(reader, 0), database.ReadId(reader, 1), municipality, reader.GetInt32(2), reader.GetInt64(3), body.Length));
            bodies.Add(body);
            room -= body.Length;
        }

        return (new(headers, bodies), false);
    }
}
