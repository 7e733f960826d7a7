using System.Data.Common;
using System.Text.Json;
using FieldKit.Protocol;

namespace FieldKit.Cli.Keys;

/// <summary>What a reporting point's database has of one municipality's keys; read past the reporting point, in words that both databases know.</summary>
internal sealed class KeptKeys(DbConnection connection, string municipality)
{
    /// <returns>Null where none was made.</returns>
    public async Task<RecoveryKeyring?> RecoveryAsync(CancellationToken cancellation)
    {
        await using var command = Command("SELECT recovery FROM municipalities WHERE id = @municipality");
        return await command.ExecuteScalarAsync(cancellation) is byte[] json ? JsonSerializer.Deserialize(json, ProtocolJson.Default.RecoveryKeyring) : null;
    }

    public async Task<IReadOnlyList<(int Number, byte[] PublicKey)>> EpochsAsync(CancellationToken cancellation)
    {
        await using var command = Command("SELECT number, public_key FROM epochs WHERE municipality = @municipality ORDER BY number");
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var epochs = new List<(int, byte[])>();
        while (await rows.ReadAsync(cancellation))
        {
            epochs.Add((rows.GetInt32(0), rows.GetFieldValue<byte[]>(1)));
        }

        return epochs;
    }

    /// <returns>Null when that epoch has none that was not cleared.</returns>
    public async Task<KeptSignal?> NewestSignalAsync(int epoch, CancellationToken cancellation)
    {
        await using var command = Command(
            """
            SELECT envelopes.id, kind, form, form_version, device, devices.public_key, sealed
            FROM envelopes JOIN devices ON devices.id = envelopes.device
            WHERE envelopes.municipality = @municipality AND epoch = @epoch AND about IS NULL AND length(sealed) > 0
            ORDER BY sequence DESC LIMIT 1
            """);
        Add(command, "@epoch", epoch);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        if (!await rows.ReadAsync(cancellation))
        {
            return null;
        }

        var header = new EnvelopeHeader(IdOf(rows, 0), rows.GetString(1), municipality, rows.GetString(2), rows.GetInt32(3), epoch, 0);
        return new(header, IdOf(rows, 4), rows.GetFieldValue<byte[]>(5), rows.GetFieldValue<byte[]>(6));
    }

    private static Guid IdOf(DbDataReader row, int column) => row.GetValue(column) is byte[] bytes ? new(bytes, bigEndian: true) : row.GetFieldValue<Guid>(column);

    private DbCommand Command(string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        Add(command, "@municipality", municipality);
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}

internal sealed record KeptSignal(EnvelopeHeader Header, Guid Device, byte[] DevicePublicKey, byte[] Sealed);
