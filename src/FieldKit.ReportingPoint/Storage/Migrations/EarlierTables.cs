using Microsoft.EntityFrameworkCore.Migrations;

namespace FieldKit.ReportingPoint.Storage.Migrations;

/// <summary>The rows of migrations 001 to 003, moved into the tables of 004.</summary>
internal static class EarlierTables
{
    private static readonly string[] names =
        ["ReportingPoint", "Epochs", "Forms", "ContentFiles", "EnrolmentCodes", "Devices", "Staff", "Envelopes", "Progress", "Answers", "Audit"];

    private static readonly string[] indexes =
    [
        "IX_Envelopes_Sequence", "IX_Envelopes_Municipality_Sequence", "IX_Envelopes_About",
        "IX_Answers_Device_Sequence", "IX_Answers_About", "IX_Staff_NameKey",
    ];

    /// <summary>SQLite sees no difference between Envelopes and envelopes, nor between the names of their indexes and triggers.</summary>
    public static void SetApart(MigrationBuilder schema)
    {
        schema.Sql("DROP TRIGGER Audit_no_update");
        schema.Sql("DROP TRIGGER Audit_no_delete");
        foreach (var index in indexes)
        {
            schema.Sql($"DROP INDEX \"{index}\"");
        }

        foreach (var name in names)
        {
            schema.Sql($"ALTER TABLE \"{name}\" RENAME TO \"earlier_{name}\"");
        }
    }

    public static void TakeOver(MigrationBuilder schema)
    {
        schema.Sql($"""
            INSERT INTO reporting_point (id, instance, content_sequence, content_hash, content_built_on)
            SELECT Id, {Bytes("Instance")}, ContentSequence, ContentHash, ContentBuiltOn FROM earlier_ReportingPoint
            """);
        schema.Sql("""
            INSERT INTO municipalities (id, last_sequence)
            SELECT m.Municipality, COALESCE((SELECT MAX(e.Sequence) FROM earlier_Envelopes e WHERE e.Municipality = m.Municipality), 0)
            FROM (SELECT DISTINCT Municipality FROM earlier_Epochs) m
            """);
        schema.Sql("INSERT INTO epochs (municipality, number, public_key) SELECT Municipality, Number, PublicKey FROM earlier_Epochs");
        schema.Sql("INSERT INTO forms (id, version) SELECT Id, Version FROM earlier_Forms");
        schema.Sql("INSERT INTO content_files (sequence, bytes) SELECT Sequence, Bytes FROM earlier_ContentFiles");
        schema.Sql($"""
            INSERT INTO enrolment_codes (secret_hash, municipality, organisation, role, expires_at, used_by)
            SELECT SecretHash, Municipality, Organisation, Role, ExpiresAt, {Bytes("UsedBy")} FROM earlier_EnrolmentCodes
            """);
        schema.Sql($"""
            INSERT INTO devices (id, public_key, token_hash, municipality, organisation, role, revoked_at, last_message)
            SELECT {Bytes("Id")}, PublicKey, TokenHash, Municipality, Organisation, Role, RevokedAt, LastMessage FROM earlier_Devices
            """);
        schema.Sql($"""
            INSERT INTO staff (id, name, name_key, municipality, password_hash, roles, keyring)
            SELECT {Bytes("Id")}, Name, NameKey, Municipality, PasswordHash, Roles, Keyring FROM earlier_Staff
            """);
        schema.Sql($"""
            INSERT INTO envelopes (municipality, id, sequence, device, kind, form, form_version, epoch, received_at, sha256, about, sealed)
            SELECT Municipality, {Bytes("Id")}, Sequence, {Bytes("Device")}, Kind, Form, FormVersion, Epoch, ReceivedAt, Sha256, {Bytes("About")}, Sealed
            FROM earlier_Envelopes ORDER BY Sequence
            """);

        // When a signal was withdrawn is told by the withdrawal's own envelope.
        schema.Sql($"""
            INSERT INTO progress (municipality, id, stage, stage_version, opened_at, read_to)
            SELECT e.Municipality, {Bytes("p.Id")}, p.Stage, p.StageVersion, p.OpenedAt, p.ReadTo
            FROM earlier_Progress p JOIN earlier_Envelopes e ON e.Id = p.Id
            """);
        schema.Sql($"""
            INSERT INTO answers (municipality, id, device, sequence, about, epoch, stage, staff, sent_at, sealed_for_device, sealed_for_desk)
            SELECT Municipality, {Bytes("Id")}, {Bytes("Device")}, Sequence, {Bytes("About")}, Epoch, Stage, {Bytes("Staff")}, SentAt, SealedForDevice, SealedForDesk
            FROM earlier_Answers
            """);
        schema.Sql($"""
            INSERT INTO audit (sequence, at, actor, action, subject, previous, hash)
            SELECT Sequence, At, {Bytes("Actor")}, Action, Subject, Previous, Hash FROM earlier_Audit
            """);
        foreach (var name in names)
        {
            schema.Sql($"DROP TABLE \"earlier_{name}\"");
        }
    }

    /// <summary>The 16 bytes of an id that was written out; null stays null.</summary>
    private static string Bytes(string column) => $"unhex(replace({column}, '-', ''))";
}
