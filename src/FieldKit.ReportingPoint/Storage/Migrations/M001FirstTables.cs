using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FieldKit.ReportingPoint.Storage.Migrations;

[DbContext(typeof(ReportingPointDb))]
[Migration("001_first_tables")]
internal sealed class M001FirstTables : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        if (ActiveProvider == ReportingPointDb.PostgresProvider)
        {
            // PostgreSQL came with the tables of 004.
            return;
        }

        Reference(schema);
        Devices(schema);
        Signals(schema);
        Staff(schema);
    }

    private static void Reference(MigrationBuilder schema)
    {
        schema.CreateTable("ReportingPoint", table => new
        {
            Id = table.Column<int>(),
            Instance = table.Column<Guid>(),
            LastSequence = table.Column<long>(),
            ContentSequence = table.Column<long>(),
            ContentHash = table.Column<byte[]>(),
            ContentBuiltOn = table.Column<DateOnly>(),
        }, constraints: table => table.PrimaryKey("PK_ReportingPoint", row => row.Id));

        schema.CreateTable("Epochs", table => new
        {
            Municipality = table.Column<string>(),
            Number = table.Column<int>(),
            PublicKey = table.Column<byte[]>(),
        }, constraints: table => table.PrimaryKey("PK_Epochs", row => new { row.Municipality, row.Number }));

        schema.CreateTable("Forms", table => new
        {
            Id = table.Column<string>(),
            Version = table.Column<int>(),
        }, constraints: table => table.PrimaryKey("PK_Forms", row => new { row.Id, row.Version }));
    }

    private static void Devices(MigrationBuilder schema)
    {
        schema.CreateTable("EnrolmentCodes", table => new
        {
            SecretHash = table.Column<byte[]>(),
            Municipality = table.Column<string>(),
            Organisation = table.Column<string>(),
            Role = table.Column<string>(),
            ExpiresAt = table.Column<long>(),
            UsedBy = table.Column<Guid>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_EnrolmentCodes", row => row.SecretHash));

        schema.CreateTable("Devices", table => new
        {
            Id = table.Column<Guid>(),
            PublicKey = table.Column<byte[]>(),
            TokenHash = table.Column<byte[]>(),
            Municipality = table.Column<string>(),
            Organisation = table.Column<string>(),
            Role = table.Column<string>(),
            RevokedAt = table.Column<long>(nullable: true),
            LastMessage = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_Devices", row => row.Id));
    }

    private static void Signals(MigrationBuilder schema)
    {
        schema.CreateTable("Envelopes", table => new
        {
            Id = table.Column<Guid>(),
            Sequence = table.Column<long>(),
            Device = table.Column<Guid>(),
            Municipality = table.Column<string>(),
            Kind = table.Column<string>(),
            Form = table.Column<string>(),
            FormVersion = table.Column<int>(),
            Epoch = table.Column<int>(),
            ReceivedAt = table.Column<long>(),
            Sha256 = table.Column<byte[]>(),
            Sealed = table.Column<byte[]>(),
        }, constraints: table => table.PrimaryKey("PK_Envelopes", row => row.Id));
        schema.CreateIndex("IX_Envelopes_Sequence", "Envelopes", "Sequence", unique: true);
        schema.CreateIndex("IX_Envelopes_Municipality_Sequence", "Envelopes", ["Municipality", "Sequence"]);

        schema.CreateTable("Progress", table => new
        {
            Id = table.Column<Guid>(),
            Stage = table.Column<string>(),
            StageVersion = table.Column<int>(),
            OpenedAt = table.Column<long>(nullable: true),
        }, constraints: table => table.PrimaryKey("PK_Progress", row => row.Id));

        schema.CreateTable("Answers", table => new
        {
            Id = table.Column<Guid>(),
            Device = table.Column<Guid>(),
            Sequence = table.Column<long>(),
            About = table.Column<Guid>(),
            Municipality = table.Column<string>(),
            Epoch = table.Column<int>(),
            Stage = table.Column<string>(),
            Staff = table.Column<Guid>(),
            SentAt = table.Column<long>(),
            SealedForDevice = table.Column<byte[]>(),
            SealedForDesk = table.Column<byte[]>(),
        }, constraints: table => table.PrimaryKey("PK_Answers", row => row.Id));
        schema.CreateIndex("IX_Answers_Device_Sequence", "Answers", ["Device", "Sequence"], unique: true);
        schema.CreateIndex("IX_Answers_About", "Answers", "About");
    }

    private static void Staff(MigrationBuilder schema)
    {
        schema.CreateTable("Staff", table => new
        {
            Id = table.Column<Guid>(),
            Name = table.Column<string>(),
            NameKey = table.Column<string>(),
            Municipality = table.Column<string>(),
            PasswordHash = table.Column<string>(),
            Roles = table.Column<string>(),
            Keyring = table.Column<byte[]>(),
        }, constraints: table => table.PrimaryKey("PK_Staff", row => row.Id));
        schema.CreateIndex("IX_Staff_NameKey", "Staff", "NameKey", unique: true);
    }
}
