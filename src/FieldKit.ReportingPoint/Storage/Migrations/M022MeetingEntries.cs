using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FieldKit.ReportingPoint.Storage.Migrations;

/// <summary>What is written down about signals in a weegploeg or casusoverleg.</summary>
[DbContext(typeof(ReportingPointDb))]
[Migration("022_meeting_entries")]
internal sealed class M022MeetingEntries : Migration
{
    private string IdType => ActiveProvider == ReportingPointDb.PostgresProvider ? "uuid" : "BLOB";

    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("meeting_entries", table => new
        {
            municipality = table.Column<string>(),
            id = table.Column<Guid>(IdType),
            about = table.Column<Guid>(IdType),
            stage = table.Column<string>(),
            kind = table.Column<string>(),
            day = table.Column<int>(),
            written_by = table.Column<Guid>(IdType),
            written_at = table.Column<long>(),
            epoch = table.Column<int>(),
            @sealed = table.Column<byte[]>(),
            done_by = table.Column<Guid>(IdType, nullable: true),
            done_at = table.Column<long>(nullable: true),
        }, constraints: table => table.PrimaryKey("pk_meeting_entries", row => new { row.municipality, row.id }));
        schema.CreateIndex("ix_meeting_entries_municipality_about", "meeting_entries", ["municipality", "about"]);
        schema.CreateIndex("ix_meeting_entries_municipality_stage_day", "meeting_entries", ["municipality", "stage", "day"]);
        schema.CreateIndex("ix_meeting_entries_municipality_kind_done_at", "meeting_entries", ["municipality", "kind", "done_at"]);
    }
}
