using System.Security.Cryptography;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>Lets enrolled devices in. Plain SQL, because every exchange comes through here.</summary>
internal sealed class DeviceDoor(SqliteFile file)
{
    private static readonly byte[] NoHash = new byte[SHA256.HashSizeInBytes];

    /// <returns>Exactly one of the two.</returns>
    public (EnteredDevice? Device, Refusal? Refusal) Open(HttpRequest request)
    {
        if (DeviceToken.TryParse(request.Headers.Authorization) is not { } shown)
        {
            return (null, Refusal.NotEnrolled);
        }

        using var connection = file.OpenToRead();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT d.TokenHash, d.Municipality, d.RevokedAt IS NOT NULL, p.Instance
            FROM ReportingPoint p LEFT JOIN Devices d ON d.Id = $id
            """;
        command.Parameters.AddWithValue("$id", shown.Device);
        using var row = command.ExecuteReader();
        row.Read();
        var isThere = !row.IsDBNull(0);
        var isKnown = CryptographicOperations.FixedTimeEquals(isThere ? row.GetFieldValue<byte[]>(0) : NoHash, shown.TokenHash);
        return (isThere && isKnown, isThere && row.GetBoolean(2)) switch
        {
            (false, _) => (null, Refusal.NotEnrolled),
            (true, true) => (null, Refusal.DeviceRevoked),
            _ => (new(shown.Device, row.GetString(1), row.GetGuid(3)), null),
        };
    }
}
