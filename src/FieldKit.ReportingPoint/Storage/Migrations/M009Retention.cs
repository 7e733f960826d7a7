using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FieldKit.ReportingPoint.Storage.Migrations;

/// <summary>Since when nothing happened with a signal, and how far devices fetched. Terms of what is there begin with the first run, not before.</summary>
[DbContext(typeof(ReportingPointDb))]
[Migration("009_retention")]
internal sealed class M009Retention : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<long>("last_at", "progress", nullable: true);
        schema.AddColumn<long>("retention_clock", "municipalities", defaultValue: 0L);
        schema.AddColumn<long>("fetched_to", "devices", defaultValue: 0L);

        // What was cleared, or waits for somebody to read it, stays out of it: a run costs what it clears.
        schema.CreateIndex("ix_progress_municipality_stage_last_at", "progress", ["municipality", "stage", "last_at"], filter: "last_at IS NOT NULL");
    }
}
