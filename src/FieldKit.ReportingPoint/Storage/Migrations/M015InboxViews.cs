using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FieldKit.ReportingPoint.Storage.Migrations;

/// <summary>What somebody has in hand and what waits for a second person, found without going through all that came in.</summary>
[DbContext(typeof(ReportingPointDb))]
[Migration("015_inbox_views")]
internal sealed class M015InboxViews : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateIndex("ix_progress_municipality_in_hand_of_id", "progress", ["municipality", "in_hand_of", "id"], filter: "in_hand_of IS NOT NULL");
        schema.CreateIndex("ix_decisions_municipality_proposed_at", "decisions", ["municipality", "proposed_at"], filter: "verdict IS NULL");
    }
}
