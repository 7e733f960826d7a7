using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FieldKit.ReportingPoint.Storage.Migrations;

/// <summary>Epoch keys that come after others: what the former says of it, and since when.</summary>
[DbContext(typeof(ReportingPointDb))]
[Migration("018_succession")]
internal sealed class M018Succession : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<byte[]>("vouched", "epochs", nullable: true);
        schema.AddColumn<long>("made_at", "epochs", nullable: true);
    }
}
