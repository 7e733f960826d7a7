using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FieldKit.ReportingPoint.Storage.Migrations;

/// <summary>
/// Whose an entry of the audit log is, within its hash from here on (docs/decisions/0022). Entries from before stay as they are: where their
/// actor and subject tell of one municipality and no other, a row beside them says so.
/// </summary>
[DbContext(typeof(ReportingPointDb))]
[Migration("023_audit_places")]
internal sealed class M023AuditPlaces : Migration
{
    private bool IsPostgres => ActiveProvider == ReportingPointDb.PostgresProvider;

    private string IdType => IsPostgres ? "uuid" : "BLOB";

    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<string>("municipality", "audit", nullable: true);
        schema.CreateTable("audit_places", table => new
        {
            municipality = table.Column<string>(),
            sequence = table.Column<long>(),
            at = table.Column<long>(),
            action = table.Column<string>(),
            actor = table.Column<Guid>(IdType),
            about = table.Column<Guid>(IdType, nullable: true),
            about_too = table.Column<Guid>(IdType, nullable: true),
        }, constraints: table => table.PrimaryKey("pk_audit_places", row => new { row.municipality, row.sequence }));

        schema.Sql(EarlierAuditPlaces.Fill(IsPostgres));
        schema.CreateIndex("ix_audit_places_municipality_at_sequence", "audit_places", ["municipality", "at", "sequence"]);
        schema.CreateIndex("ix_audit_places_municipality_action_at_sequence", "audit_places", ["municipality", "action", "at", "sequence"]);
        schema.CreateIndex("ix_audit_places_municipality_actor_at_sequence", "audit_places", ["municipality", "actor", "at", "sequence"]);
        schema.CreateIndex("ix_audit_places_municipality_about", "audit_places", ["municipality", "about"], filter: "about IS NOT NULL");
        schema.CreateIndex("ix_audit_places_municipality_about_too", "audit_places", ["municipality", "about_too"], filter: "about_too IS NOT NULL");
    }
}
