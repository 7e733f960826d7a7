using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FieldKit.ReportingPoint.Storage.Migrations;

/// <summary>Accounts at a municipality's identity provider that members linked.</summary>
[DbContext(typeof(ReportingPointDb))]
[Migration("021_provider_accounts")]
internal sealed class M021ProviderAccounts : Migration
{
    private string IdType => ActiveProvider == ReportingPointDb.PostgresProvider ? "uuid" : "BLOB";

    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("provider_accounts", table => new
        {
            municipality = table.Column<string>(),
            staff = table.Column<Guid>(IdType),
            account = table.Column<byte[]>(),
            linked_at = table.Column<long>(),
            last_used_at = table.Column<long>(nullable: true),
        }, constraints: table => table.PrimaryKey("pk_provider_accounts", row => new { row.municipality, row.staff }));
        schema.CreateIndex("ix_provider_accounts_municipality_account", "provider_accounts", ["municipality", "account"], unique: true);
    }
}
