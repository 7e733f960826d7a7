using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FieldKit.ReportingPoint.Storage.Migrations;

/// <summary>Passkeys of staff, and challenges that were answered.</summary>
[DbContext(typeof(ReportingPointDb))]
[Migration("017_passkeys")]
internal sealed class M017Passkeys : Migration
{
    private string IdType => ActiveProvider == ReportingPointDb.PostgresProvider ? "uuid" : "BLOB";

    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("passkeys", table => new
        {
            id = table.Column<Guid>(IdType),
            staff = table.Column<Guid>(IdType),
            credential_id = table.Column<byte[]>(),
            public_key = table.Column<byte[]>(),
            name = table.Column<string>(),
            sign_count = table.Column<long>(),
            transports = table.Column<string>(),
            is_backup_eligible = table.Column<bool>(),
            is_backed_up = table.Column<bool>(),
            added_at = table.Column<long>(),
            last_used_at = table.Column<long>(nullable: true),
        }, constraints: table => table.PrimaryKey("pk_passkeys", row => row.id));
        schema.CreateIndex("ix_passkeys_credential_id", "passkeys", "credential_id", unique: true);
        schema.CreateIndex("ix_passkeys_staff", "passkeys", "staff");

        schema.CreateTable("used_challenges", table => new
        {
            id = table.Column<Guid>(IdType),
            expires_at = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("pk_used_challenges", row => row.id));
    }
}
