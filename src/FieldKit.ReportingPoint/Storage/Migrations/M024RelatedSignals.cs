using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FieldKit.ReportingPoint.Storage.Migrations;

/// <summary>Signals that a person put beside each other.</summary>
[DbContext(typeof(ReportingPointDb))]
[Migration("024_related_signals")]
internal sealed class M024RelatedSignals : Migration
{
    private string IdType => ActiveProvider == ReportingPointDb.PostgresProvider ? "uuid" : "BLOB";

    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("related", table => new
        {
            municipality = table.Column<string>(),
            first = table.Column<Guid>(IdType),
            second = table.Column<Guid>(IdType),
            linked_by = table.Column<Guid>(IdType),
            linked_at = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("pk_related", row => new { row.municipality, row.first, row.second }));
        schema.CreateIndex("ix_related_municipality_second", "related", ["municipality", "second"]);
    }
}
