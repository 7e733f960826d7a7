using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FieldKit.ReportingPoint.Storage.Migrations;

[DbContext(typeof(ReportingPointDb))]
[Migration("002_content_and_audit")]
internal sealed class M002ContentAndAudit : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        if (ActiveProvider == ReportingPointDb.PostgresProvider)
        {
            // PostgreSQL came with the tables of 004.
            return;
        }

        schema.CreateTable("ContentFiles", table => new
        {
            Sequence = table.Column<long>(),
            Bytes = table.Column<byte[]>(),
        }, constraints: table => table.PrimaryKey("PK_ContentFiles", row => row.Sequence));

        schema.CreateTable("Audit", table => new
        {
            Sequence = table.Column<long>(),
            At = table.Column<long>(),
            Actor = table.Column<Guid>(),
            Action = table.Column<string>(),
            Subject = table.Column<string>(),
            Previous = table.Column<byte[]>(),
            Hash = table.Column<byte[]>(),
        }, constraints: table => table.PrimaryKey("PK_Audit", row => row.Sequence));

        // A mistake of ours cannot alter the log; who holds the database file can, and then the chain shows it.
        schema.Sql("CREATE TRIGGER Audit_no_update BEFORE UPDATE ON Audit BEGIN SELECT RAISE(ABORT, 'The audit log is only added to.'); END");
        schema.Sql("CREATE TRIGGER Audit_no_delete BEFORE DELETE ON Audit BEGIN SELECT RAISE(ABORT, 'The audit log is only added to.'); END");
    }
}
