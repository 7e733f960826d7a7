using System.Globalization;
using System.Text.Json;
using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Content;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Identity;

/// <summary>Takes in the files that `fieldkit setup` wrote, one for each municipality. The same file again changes nothing.</summary>
internal sealed class SetupImport(IConfiguration configuration, IDbContextFactory<ReportingPointDb> databases, WriteGate gate, PublishedContent content, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellation)
    {
        var paths = configuration["setup"]?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        foreach (var path in paths)
        {
            var setup = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(path, cancellation), ProtocolJson.Default.ReportingPointSetup)
                ?? throw new InvalidOperationException("A setup file is empty.");
            await ImportAsync(setup, cancellation);
        }
    }

    public Task StopAsync(CancellationToken cancellation) => Task.CompletedTask;

    private async Task ImportAsync(ReportingPointSetup setup, CancellationToken cancellation)
    {
        if (content.Municipality(setup.Municipality) is null)
        {
            throw new InvalidOperationException($"The setup file is for '{setup.Municipality}', which the content does not have.");
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var turn = await gate.EnterAsync(db, municipality: null, cancellation);
        var audit = new AuditLog(db, gate, clock);
        if (await db.Municipalities.FindAsync([setup.Municipality], cancellation) is null)
        {
            db.Add(new MunicipalityRow { Id = setup.Municipality });
            await audit.AppendAsync(setup.Municipality, AuditLog.Nobody, AuditActions.MunicipalitySetUp, setup.Municipality);
        }

        await AddEpochAsync(db, audit, setup, cancellation);
        await AddRecoveryAsync(db, audit, setup, cancellation);
        foreach (var staff in setup.Staff)
        {
            await AddStaffAsync(db, audit, setup.Municipality, staff, cancellation);
        }

        await turn.SaveAsync();
    }

    private static async Task AddEpochAsync(ReportingPointDb db, AuditLog audit, ReportingPointSetup setup, CancellationToken cancellation)
    {
        if (!PublicPoint.IsValid(setup.EpochPublicKey))
        {
            throw new InvalidOperationException("The setup file's epoch key is not a public key.");
        }

        var known = await db.Epochs.FindAsync([setup.Municipality, setup.Epoch], cancellation);
        if (known is null)
        {
            db.Add(new EpochRow { Municipality = setup.Municipality, Number = setup.Epoch, PublicKey = setup.EpochPublicKey });
            await audit.AppendAsync(setup.Municipality, AuditLog.Nobody, AuditActions.EpochAdded, string.Create(CultureInfo.InvariantCulture, $"{setup.Municipality} {setup.Epoch}"));
        }
        else if (!known.PublicKey.AsSpan().SequenceEqual(setup.EpochPublicKey))
        {
            // Devices have pinned the known key; signals sealed to it wait for its private half.
            throw new InvalidOperationException($"The setup file has another key for epoch {setup.Epoch} than this reporting point already uses.");
        }
    }

    private static async Task AddRecoveryAsync(ReportingPointDb db, AuditLog audit, ReportingPointSetup setup, CancellationToken cancellation)
    {
        var municipality = await db.Municipalities.FindAsync([setup.Municipality], cancellation);
        if (setup.Recovery is { } recovery && municipality!.Recovery is null)
        {
            municipality.Recovery = JsonSerializer.SerializeToUtf8Bytes(recovery, ProtocolJson.Default.RecoveryKeyring);
            await audit.AppendAsync(setup.Municipality, AuditLog.Nobody, AuditActions.RecoveryKeyAdded, setup.Municipality);
        }
    }

    private static async Task AddStaffAsync(ReportingPointDb db, AuditLog audit, string municipality, StaffSetup staff, CancellationToken cancellation)
    {
        // Somebody who was removed since stays removed: the file is read again at every start.
        var id = staff.Id.ToString("D");
        if (!await db.Audit.AnyAsync(entry => entry.Action == AuditActions.StaffAdded && entry.Subject == id, cancellation)
            && await db.Staff.FindAsync([staff.Id], cancellation) is null)
        {
            db.Add(new StaffRow
            {
                Id = staff.Id,
                Name = staff.Name,
                NameKey = StaffRow.Key(staff.Name),
                Municipality = municipality,
                PasswordHash = staff.PasswordHash,
                Roles = string.Join(' ', staff.Roles),
                Keyring = JsonSerializer.SerializeToUtf8Bytes(staff.Keyring, ProtocolJson.Default.StaffKeyring),
            });
            await audit.AppendAsync(municipality, AuditLog.Nobody, AuditActions.StaffAdded, id);
        }
    }
}
