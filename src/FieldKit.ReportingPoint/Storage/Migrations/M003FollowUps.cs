using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FieldKit.ReportingPoint.Storage.Migrations;

/// <summary>Envelopes that are about a signal, and how far the desk has read along. Signals that are there keep everything.</summary>
[DbContext(typeof(ReportingPointDb))]
[Migration("003_follow_ups")]
internal sealed class M003FollowUps : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        if (ActiveProvider == ReportingPointDb.PostgresProvider)
        {
            // PostgreSQL came with the tables of 004.
            return;
        }

        schema.AddColumn<Guid>("About", "Envelopes", nullable: true);
        schema.CreateIndex("IX_Envelopes_About", "Envelopes", "About", filter: "\"About\" IS NOT NULL");
        schema.AddColumn<long>("WithdrawnAt", "Progress", nullable: true);
        schema.AddColumn<long>("ReadTo", "Progress", nullable: false, defaultValue: 0L);
    }
}
