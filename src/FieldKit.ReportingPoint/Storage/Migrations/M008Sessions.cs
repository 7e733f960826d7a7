using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FieldKit.ReportingPoint.Storage.Migrations;

/// <summary>Sessions that can be ended from here, and wrong tries at a name. Who was signed in signs in again.</summary>
[DbContext(typeof(ReportingPointDb))]
[Migration("008_sessions")]
internal sealed class M008Sessions : Migration
{
    private string IdType => ActiveProvider == ReportingPointDb.PostgresProvider ? "uuid" : "BLOB";

    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("staff_sessions", table => new
        {
            id = table.Column<Guid>(IdType),
            staff = table.Column<Guid>(IdType),
            began_at = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("pk_staff_sessions", row => row.id));

        schema.CreateTable("sign_in_tries", table => new
        {
            name_hash = table.Column<byte[]>(),
            wrong = table.Column<int>(),
            last_at = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("pk_sign_in_tries", row => row.name_hash));
    }
}
