using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FieldKit.ReportingPoint.Storage.Migrations;

/// <summary>
/// Without the trigger of <see cref="M019InboxPages"/>: SQLite takes half a millisecond more for a hundred signals as soon as there is one, though
/// none of them is a follow-up. Who keeps the follow-ups moves their signals up, see <see cref="Intake.EnvelopeRows"/>.
/// </summary>
[DbContext(typeof(ReportingPointDb))]
[Migration("020_no_trigger")]
internal sealed class M020NoTrigger : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        if (ActiveProvider == ReportingPointDb.PostgresProvider)
        {
            schema.Sql("DROP TRIGGER envelopes_move_up ON envelopes");
            schema.Sql("DROP FUNCTION move_up_in_the_inbox()");
        }
        else
        {
            schema.Sql("DROP TRIGGER envelopes_move_up");
        }
    }
}
