using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FieldKit.ReportingPoint.Storage;

/// <summary>The tables. What they look like in a database is written in Migrations/; a test holds the two equal.</summary>
internal sealed class ReportingPointDb(DbContextOptions<ReportingPointDb> options) : DbContext(options)
{
    public DbSet<ReportingPointRow> ReportingPoint => Set<ReportingPointRow>();
    public DbSet<EpochRow> Epochs => Set<EpochRow>();
    public DbSet<FormRow> Forms => Set<FormRow>();
    public DbSet<EnrolmentCodeRow> EnrolmentCodes => Set<EnrolmentCodeRow>();
    public DbSet<DeviceRow> Devices => Set<DeviceRow>();
    public DbSet<EnvelopeRow> Envelopes => Set<EnvelopeRow>();
    public DbSet<ProgressRow> Progress => Set<ProgressRow>();
    public DbSet<AnswerRow> Answers => Set<AnswerRow>();
    public DbSet<StaffRow> Staff => Set<StaffRow>();
    public DbSet<ContentFileRow> ContentFiles => Set<ContentFileRow>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<EpochRow>().HasKey(row => new { row.Municipality, row.Number });
        model.Entity<FormRow>().HasKey(row => new { row.Id, row.Version });
        model.Entity<EnrolmentCodeRow>().HasKey(row => row.SecretHash);
        model.Entity<EnvelopeRow>().HasIndex(row => row.Sequence).IsUnique();
        model.Entity<EnvelopeRow>().HasIndex(row => new { row.Municipality, row.Sequence });
        // Signals are about nothing and stay out of it: a hundred at once cost no more.
        model.Entity<EnvelopeRow>().HasIndex(row => row.About).HasFilter("\"About\" IS NOT NULL");
        model.Entity<AnswerRow>().HasIndex(row => new { row.Device, row.Sequence }).IsUnique();
        model.Entity<AnswerRow>().HasIndex(row => row.About);
        model.Entity<StaffRow>().HasIndex(row => row.NameKey).IsUnique();
        model.Entity<StaffRow>().Ignore(row => row.RoleList);
        model.Entity<ContentFileRow>().HasKey(row => row.Sequence);
        model.Entity<ContentFileRow>().Property(row => row.Sequence).ValueGeneratedNever();
        model.Entity<AuditRow>().HasKey(row => row.Sequence);
        model.Entity<AuditRow>().Property(row => row.Sequence).ValueGeneratedNever();

        // Ids come from devices, desks and the command line, never from the database.
        foreach (var id in model.Model.GetEntityTypes().Select(type => type.FindProperty("Id")).OfType<IMutableProperty>())
        {
            id.ValueGenerated = ValueGenerated.Never;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
}
