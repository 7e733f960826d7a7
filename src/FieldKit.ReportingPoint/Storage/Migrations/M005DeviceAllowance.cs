using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FieldKit.ReportingPoint.Storage.Migrations;

/// <summary>How much each device had stored on which day.</summary>
[DbContext(typeof(ReportingPointDb))]
[Migration("005_device_allowance")]
internal sealed class M005DeviceAllowance : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<long>("stored_day", "devices", defaultValue: 0L);
        schema.AddColumn<long>("stored_bytes", "devices", defaultValue: 0L);
    }
}
