using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FieldKit.ReportingPoint.Storage.Migrations;

/// <summary>The epoch keys as wrapped for the recovery key, and codes with which staff begin.</summary>
[DbContext(typeof(ReportingPointDb))]
[Migration("011_staff_keys")]
internal sealed class M011StaffKeys : Migration
{
    private bool IsPostgres => ActiveProvider == ReportingPointDb.PostgresProvider;

    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<byte[]>("recovery", "municipalities", nullable: true);
        schema.CreateTable("staff_starts", table => new
        {
            secret_hash = table.Column<byte[]>(),
            municipality = table.Column<string>(),
            staff = table.Column<Guid>(IsPostgres ? "uuid" : "BLOB"),
            name = table.Column<string>(),
            roles = table.Column<string>(),
            expires_at = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("pk_staff_starts", row => row.secret_hash));
    }
}
