using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FieldKit.ReportingPoint.Storage.Migrations;

/// <summary>Steps that two people decide about.</summary>
[DbContext(typeof(ReportingPointDb))]
[Migration("013_decisions")]
internal sealed class M013Decisions : Migration
{
    private string IdType => ActiveProvider == ReportingPointDb.PostgresProvider ? "uuid" : "BLOB";

    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("decisions", table => new
        {
            municipality = table.Column<string>(),
            id = table.Column<Guid>(IdType),
            about = table.Column<Guid>(IdType),
            from_stage = table.Column<string>(),
            stage = table.Column<string>(),
            proposed_by = table.Column<Guid>(IdType),
            proposed_at = table.Column<long>(),
            proposed_epoch = table.Column<int>(),
            sealed_proposal = table.Column<byte[]>(),
            verdict = table.Column<string>(nullable: true),
            decided_by = table.Column<Guid>(IdType, nullable: true),
            decided_at = table.Column<long>(nullable: true),
            decided_epoch = table.Column<int>(nullable: true),
            sealed_verdict = table.Column<byte[]>(nullable: true),
        }, constraints: table => table.PrimaryKey("pk_decisions", row => new { row.municipality, row.id }));
        schema.CreateIndex("ix_decisions_municipality_about", "decisions", ["municipality", "about"]);
    }
}
