using FieldKit.ReportingPoint.Storage.Databases;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FieldKit.ReportingPoint.Storage.Migrations;

/// <summary>
/// Names are small letters, which both databases take without quotes. What belongs to a municipality has it first in every
/// key, so that the tables can be spread by it; small tables that are asked before a municipality is known are keyed without.
/// What earlier tables held (001 to 003, SQLite only) is taken over whole, with ids in 16 bytes instead of 36 letters.
/// </summary>
[DbContext(typeof(ReportingPointDb))]
[Migration("004_municipality_first")]
internal sealed class M004MunicipalityFirst : Migration
{
    private string IdType => ActiveProvider == ReportingPointDb.PostgresProvider ? "uuid" : "BLOB";

    protected override void Up(MigrationBuilder schema)
    {
        var earlier = ActiveProvider != ReportingPointDb.PostgresProvider;
        if (earlier)
        {
            EarlierTables.SetApart(schema);
        }

        Whole(schema);
        Doors(schema);
        Signals(schema);
        Answers(schema);
        Audit(schema);
        if (earlier)
        {
            EarlierTables.TakeOver(schema);
        }
    }

    private void Whole(MigrationBuilder schema)
    {
        schema.CreateTable("reporting_point", table => new
        {
            id = table.Column<int>(),
            instance = table.Column<Guid>(IdType),
            content_sequence = table.Column<long>(),
            content_hash = table.Column<byte[]>(),
            content_built_on = table.Column<DateOnly>(),
        }, constraints: table => table.PrimaryKey("pk_reporting_point", row => row.id));

        schema.CreateTable("municipalities", table => new
        {
            id = table.Column<string>(),
            last_sequence = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("pk_municipalities", row => row.id));

        schema.CreateTable("epochs", table => new
        {
            municipality = table.Column<string>(),
            number = table.Column<int>(),
            public_key = table.Column<byte[]>(),
        }, constraints: table => table.PrimaryKey("pk_epochs", row => new { row.municipality, row.number }));

        schema.CreateTable("forms", table => new
        {
            id = table.Column<string>(),
            version = table.Column<int>(),
        }, constraints: table => table.PrimaryKey("pk_forms", row => new { row.id, row.version }));

        schema.CreateTable("content_files", table => new
        {
            sequence = table.Column<long>(),
            bytes = table.Column<byte[]>(),
        }, constraints: table => table.PrimaryKey("pk_content_files", row => row.sequence));
    }

    private void Doors(MigrationBuilder schema)
    {
        schema.CreateTable("enrolment_codes", table => new
        {
            secret_hash = table.Column<byte[]>(),
            municipality = table.Column<string>(),
            organisation = table.Column<string>(),
            role = table.Column<string>(),
            expires_at = table.Column<long>(),
            used_by = table.Column<Guid>(IdType, nullable: true),
        }, constraints: table => table.PrimaryKey("pk_enrolment_codes", row => row.secret_hash));

        schema.CreateTable("devices", table => new
        {
            id = table.Column<Guid>(IdType),
            public_key = table.Column<byte[]>(),
            token_hash = table.Column<byte[]>(),
            municipality = table.Column<string>(),
            organisation = table.Column<string>(),
            role = table.Column<string>(),
            revoked_at = table.Column<long>(nullable: true),
            last_message = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("pk_devices", row => row.id));

        schema.CreateTable("staff", table => new
        {
            id = table.Column<Guid>(IdType),
            name = table.Column<string>(),
            name_key = table.Column<string>(),
            municipality = table.Column<string>(),
            password_hash = table.Column<string>(),
            roles = table.Column<string>(),
            keyring = table.Column<byte[]>(),
        }, constraints: table => table.PrimaryKey("pk_staff", row => row.id));
        schema.CreateIndex("ix_staff_name_key", "staff", "name_key", unique: true);
    }

    private void Signals(MigrationBuilder schema)
    {
        schema.CreateTable("envelopes", table => new
        {
            municipality = table.Column<string>(),
            id = table.Column<Guid>(IdType),
            sequence = table.Column<long>(),
            device = table.Column<Guid>(IdType),
            kind = table.Column<string>(),
            form = table.Column<string>(),
            form_version = table.Column<int>(),
            epoch = table.Column<int>(),
            received_at = table.Column<long>(),
            sha256 = table.Column<byte[]>(),
            about = table.Column<Guid>(IdType, nullable: true),
            @sealed = table.Column<byte[]>(),
        }, constraints: table => table.PrimaryKey("pk_envelopes", row => new { row.municipality, row.id }));
        schema.CreateIndex("ix_envelopes_municipality_sequence", "envelopes", ["municipality", "sequence"], unique: true);

        // Signals are about nothing and stay out of it: a hundred at once cost no more.
        schema.CreateIndex("ix_envelopes_municipality_about", "envelopes", ["municipality", "about"], filter: "about IS NOT NULL");

        schema.CreateTable("progress", table => new
        {
            municipality = table.Column<string>(),
            id = table.Column<Guid>(IdType),
            stage = table.Column<string>(),
            stage_version = table.Column<int>(),
            opened_at = table.Column<long>(nullable: true),
            read_to = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("pk_progress", row => new { row.municipality, row.id }));
    }

    private void Answers(MigrationBuilder schema)
    {
        schema.CreateTable("answers", table => new
        {
            municipality = table.Column<string>(),
            id = table.Column<Guid>(IdType),
            device = table.Column<Guid>(IdType),
            sequence = table.Column<long>(),
            about = table.Column<Guid>(IdType),
            epoch = table.Column<int>(),
            stage = table.Column<string>(),
            staff = table.Column<Guid>(IdType),
            sent_at = table.Column<long>(),
            sealed_for_device = table.Column<byte[]>(),
            sealed_for_desk = table.Column<byte[]>(),
        }, constraints: table => table.PrimaryKey("pk_answers", row => new { row.municipality, row.id }));
        schema.CreateIndex("ix_answers_municipality_device_sequence", "answers", ["municipality", "device", "sequence"], unique: true);
        schema.CreateIndex("ix_answers_municipality_about", "answers", ["municipality", "about"]);
    }

    private void Audit(MigrationBuilder schema)
    {
        schema.CreateTable("audit", table => new
        {
            sequence = table.Column<long>(),
            at = table.Column<long>(),
            actor = table.Column<Guid>(IdType),
            action = table.Column<string>(),
            subject = table.Column<string>(),
            previous = table.Column<byte[]>(),
            hash = table.Column<byte[]>(),
        }, constraints: table => table.PrimaryKey("pk_audit", row => row.sequence));

        // A mistake of ours cannot alter the log; who holds the database can, and then the chain shows it.
        if (ActiveProvider == ReportingPointDb.PostgresProvider)
        {
            schema.Sql("""
                CREATE FUNCTION audit_is_only_added_to() RETURNS trigger LANGUAGE plpgsql
                AS $$ BEGIN RAISE EXCEPTION 'The audit log is only added to.'; END $$;
                CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
                FOR EACH STATEMENT EXECUTE FUNCTION audit_is_only_added_to();
                """);
        }
        else
        {
            schema.Sql("CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'The audit log is only added to.'); END");
            schema.Sql("CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'The audit log is only added to.'); END");
        }
    }
}
