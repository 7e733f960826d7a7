using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FieldKit.ReportingPoint.Storage.Migrations;

/// <summary>Codes that were taken back, and since when a device is known and was last seen.</summary>
[DbContext(typeof(ReportingPointDb))]
[Migration("010_invitations")]
internal sealed class M010Invitations : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<long>("withdrawn_at", "enrolment_codes", nullable: true);
        schema.AddColumn<long>("enrolled_at", "devices", nullable: true);
        schema.AddColumn<long>("last_seen_day", "devices", nullable: true);
    }
}
