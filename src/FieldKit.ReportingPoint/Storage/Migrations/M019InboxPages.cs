using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FieldKit.ReportingPoint.Storage.Migrations;

/// <summary>
/// Where a signal that somebody looked at stands in the inbox, so that a page of one stage or one person's is found from any place on. Kept by
/// the database as follow-ups come in, which costs the signals themselves nothing.
/// </summary>
[DbContext(typeof(ReportingPointDb))]
[Migration("019_inbox_pages")]
internal sealed class M019InboxPages : Migration
{
    private const string MoveUp =
        """
        UPDATE progress SET last_sequence = NEW.sequence
        WHERE municipality = NEW.municipality AND id = NEW.about AND last_sequence IS NOT NULL
          AND EXISTS (SELECT 1 FROM envelopes WHERE municipality = NEW.municipality AND id = NEW.about AND device = NEW.device);
        """;

    private bool IsPostgres => ActiveProvider == ReportingPointDb.PostgresProvider;

    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<long>("last_sequence", "progress", nullable: true);

        // What was cleared has none.
        schema.Sql(
            $"""
            UPDATE progress SET last_sequence = (
              SELECT {(IsPostgres ? "GREATEST" : "max")}(signal.sequence, coalesce((
                SELECT max(other.sequence) FROM envelopes other
                WHERE other.municipality = signal.municipality AND other.about = signal.id AND other.device = signal.device), 0))
              FROM envelopes signal WHERE signal.municipality = progress.municipality AND signal.id = progress.id AND length(signal.sealed) > 81)
            """);
        schema.DropIndex("ix_progress_municipality_in_hand_of_id", "progress");
        schema.CreateIndex("ix_progress_municipality_in_hand_of_last_sequence", "progress", ["municipality", "in_hand_of", "last_sequence"], filter: "in_hand_of IS NOT NULL");
        schema.CreateIndex("ix_progress_municipality_stage_last_sequence", "progress", ["municipality", "stage", "last_sequence"], filter: "last_sequence IS NOT NULL");
        schema.CreateIndex("ix_progress_municipality_last_sequence", "progress", ["municipality", "last_sequence"], filter: "in_hand_of IS NOT NULL");
        if (IsPostgres)
        {
            schema.Sql($"CREATE FUNCTION move_up_in_the_inbox() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {MoveUp} RETURN NULL; END $$");
            schema.Sql("CREATE TRIGGER envelopes_move_up AFTER INSERT ON envelopes FOR EACH ROW WHEN (NEW.about IS NOT NULL) EXECUTE FUNCTION move_up_in_the_inbox()");
        }
        else
        {
            schema.Sql($"CREATE TRIGGER envelopes_move_up AFTER INSERT ON envelopes WHEN NEW.about IS NOT NULL BEGIN {MoveUp} END");
        }
    }
}
