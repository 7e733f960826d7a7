using FieldKit.Protocol;
using FieldKit.ReportingPoint.Storage;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>The sealed messages that wait for one device, oldest first.</summary>
internal sealed class MessageBox(SqliteFile file)
{
    /// <summary>Of one answer; the rest of the frame is for its header.</summary>
    private const int BodyBytes = Limits.FrameBytes - Limits.HeaderBytes;

    public (Frame<IReadOnlyList<MessageHeader>> Messages, bool More) After(long cursor, Guid device)
    {
        using var connection = file.OpenToRead();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT Id, About, Municipality, Epoch, Sequence, SealedForDevice FROM Answers
            WHERE Device = $device AND Sequence > $cursor ORDER BY Sequence LIMIT $limit
            """;
        command.Parameters.AddWithValue("$device", device);
        command.Parameters.AddWithValue("$cursor", cursor);
        command.Parameters.AddWithValue("$limit", Limits.MessagesPerExchange + 1);
        using var reader = command.ExecuteReader();
        var headers = new List<MessageHeader>();
        var bodies = new List<byte[]>();
        var room = BodyBytes;
        while (reader.Read())
        {
            var body = reader.GetFieldValue<byte[]>(5);
            if (headers.Count == Limits.MessagesPerExchange || body.Length > room)
            {
                return (new(headers, bodies), true);
            }

            headers.Add(new(reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetInt32(3), reader.GetInt64(4), body.Length));
            bodies.Add(body);
            room -= body.Length;
        }

        return (new(headers, bodies), false);
    }
}
