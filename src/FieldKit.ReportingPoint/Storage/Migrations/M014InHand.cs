using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FieldKit.ReportingPoint.Storage.Migrations;

/// <summary>Who has a signal in hand, and who has read how far. What is there already counts as read by everybody.</summary>
[DbContext(typeof(ReportingPointDb))]
[Migration("014_in_hand")]
internal sealed class M014InHand : Migration
{
    private string IdType => ActiveProvider == ReportingPointDb.PostgresProvider ? "uuid" : "BLOB";

    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<Guid>("in_hand_of", "progress", IdType, nullable: true);
        schema.AddColumn<long>("unread_after", "municipalities", defaultValue: 0L);
        schema.Sql("UPDATE municipalities SET unread_after = last_sequence");

        // The signal before the person: the readings of a page of signals, or of one that is cleared, lie together.
        schema.CreateTable("readings", table => new
        {
            municipality = table.Column<string>(),
            id = table.Column<Guid>(IdType),
            staff = table.Column<Guid>(IdType),
            read_to = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("pk_readings", row => new { row.municipality, row.id, row.staff }));
    }
}
