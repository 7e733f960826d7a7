using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FieldKit.ReportingPoint.Storage;

/// <summary>The tables. What they look like in a database is written in Migrations/; a test holds the two equal.</summary>
internal sealed class ReportingPointDb(DbContextOptions<ReportingPointDb> options) : DbContext(options)
{
    public const string PostgresProvider = "Npgsql.EntityFrameworkCore.PostgreSQL";

    public DbSet<ReportingPointRow> ReportingPoint => Set<ReportingPointRow>();
    public DbSet<MunicipalityRow> Municipalities => Set<MunicipalityRow>();
    public DbSet<EpochRow> Epochs => Set<EpochRow>();
    public DbSet<FormRow> Forms => Set<FormRow>();
    public DbSet<EnrolmentCodeRow> EnrolmentCodes => Set<EnrolmentCodeRow>();
    public DbSet<DeviceRow> Devices => Set<DeviceRow>();
    public DbSet<EnvelopeRow> Envelopes => Set<EnvelopeRow>();
    public DbSet<ProgressRow> Progress => Set<ProgressRow>();
    public DbSet<ReadingRow> Readings => Set<ReadingRow>();
    public DbSet<AnswerRow> Answers => Set<AnswerRow>();
    public DbSet<DecisionRow> Decisions => Set<DecisionRow>();
    public DbSet<RelatedRow> Related => Set<RelatedRow>();
    public DbSet<MeetingEntryRow> MeetingEntries => Set<MeetingEntryRow>();
    public DbSet<StaffRow> Staff => Set<StaffRow>();
    public DbSet<StaffSessionRow> StaffSessions => Set<StaffSessionRow>();
    public DbSet<StaffStartRow> StaffStarts => Set<StaffStartRow>();
    public DbSet<PasskeyRow> Passkeys => Set<PasskeyRow>();
    public DbSet<ProviderAccountRow> ProviderAccounts => Set<ProviderAccountRow>();
    public DbSet<UsedChallengeRow> UsedChallenges => Set<UsedChallengeRow>();
    public DbSet<SignInTryRow> SignInTries => Set<SignInTryRow>();
    public DbSet<ContentFileRow> ContentFiles => Set<ContentFileRow>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();
    public DbSet<AuditPlaceRow> AuditPlaces => Set<AuditPlaceRow>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<EpochRow>().HasKey(row => new { row.Municipality, row.Number });
        model.Entity<FormRow>().HasKey(row => new { row.Id, row.Version });
        model.Entity<EnrolmentCodeRow>().HasKey(row => row.SecretHash);
        model.Entity<EnvelopeRow>().HasKey(row => new { row.Municipality, row.Id });
        model.Entity<EnvelopeRow>().HasIndex(row => new { row.Municipality, row.Sequence }).IsUnique();
        model.Entity<EnvelopeRow>().HasIndex(row => new { row.Municipality, row.About }).HasFilter("about IS NOT NULL");
        model.Entity<ProgressRow>().HasKey(row => new { row.Municipality, row.Id });
        model.Entity<ProgressRow>().HasIndex(row => new { row.Municipality, row.Stage, row.LastAt }).HasFilter("last_at IS NOT NULL");
        model.Entity<ProgressRow>().HasIndex(row => new { row.Municipality, row.InHandOf, row.LastSequence }).HasFilter("in_hand_of IS NOT NULL");
        model.Entity<ProgressRow>().HasIndex(row => new { row.Municipality, row.Stage, row.LastSequence }).HasFilter("last_sequence IS NOT NULL");
        model.Entity<ProgressRow>().HasIndex(row => new { row.Municipality, row.LastSequence }).HasFilter("in_hand_of IS NOT NULL");
        model.Entity<ReadingRow>().HasKey(row => new { row.Municipality, row.Id, row.Staff });
        model.Entity<AnswerRow>().HasKey(row => new { row.Municipality, row.Id });
        model.Entity<AnswerRow>().HasIndex(row => new { row.Municipality, row.Device, row.Sequence }).IsUnique();
        model.Entity<AnswerRow>().HasIndex(row => new { row.Municipality, row.About });
        model.Entity<DecisionRow>().HasKey(row => new { row.Municipality, row.Id });
        model.Entity<DecisionRow>().HasIndex(row => new { row.Municipality, row.About });
        model.Entity<DecisionRow>().HasIndex(row => new { row.Municipality, row.ProposedAt }).HasFilter("verdict IS NULL");
        model.Entity<RelatedRow>().HasKey(row => new { row.Municipality, row.First, row.Second });
        model.Entity<RelatedRow>().HasIndex(row => new { row.Municipality, row.Second });
        model.Entity<MeetingEntryRow>().HasKey(row => new { row.Municipality, row.Id });
        model.Entity<MeetingEntryRow>().HasIndex(row => new { row.Municipality, row.About });
        model.Entity<MeetingEntryRow>().HasIndex(row => new { row.Municipality, row.Stage, row.Day });
        model.Entity<MeetingEntryRow>().HasIndex(row => new { row.Municipality, row.Kind, row.DoneAt });
        model.Entity<StaffRow>().HasIndex(row => row.NameKey).IsUnique();
        model.Entity<StaffRow>().Ignore(row => row.RoleList);
        model.Entity<StaffStartRow>().HasKey(row => row.SecretHash);
        model.Entity<StaffStartRow>().Ignore(row => row.RoleList);
        model.Entity<PasskeyRow>().HasIndex(row => row.CredentialId).IsUnique();
        model.Entity<PasskeyRow>().HasIndex(row => row.Staff);
        model.Entity<ProviderAccountRow>().HasKey(row => new { row.Municipality, row.Staff });
        model.Entity<ProviderAccountRow>().HasIndex(row => new { row.Municipality, row.Account }).IsUnique();
        model.Entity<SignInTryRow>().HasKey(row => row.NameHash);
        model.Entity<ContentFileRow>().HasKey(row => row.Sequence);
        model.Entity<ContentFileRow>().Property(row => row.Sequence).ValueGeneratedNever();
        model.Entity<AuditRow>().HasKey(row => row.Sequence);
        model.Entity<AuditRow>().Property(row => row.Sequence).ValueGeneratedNever();
        model.Entity<AuditPlaceRow>().HasKey(row => new { row.Municipality, row.Sequence });
        model.Entity<AuditPlaceRow>().HasIndex(row => new { row.Municipality, row.At, row.Sequence });
        model.Entity<AuditPlaceRow>().HasIndex(row => new { row.Municipality, row.Action, row.At, row.Sequence });
        model.Entity<AuditPlaceRow>().HasIndex(row => new { row.Municipality, row.Actor, row.At, row.Sequence });
        model.Entity<AuditPlaceRow>().HasIndex(row => new { row.Municipality, row.About }).HasFilter("about IS NOT NULL");
        model.Entity<AuditPlaceRow>().HasIndex(row => new { row.Municipality, row.AboutToo }).HasFilter("about_too IS NOT NULL");

        // Ids come from devices, desks and the command line, never from the database.
        foreach (var id in model.Model.GetEntityTypes().Select(type => type.FindProperty("Id")).OfType<IMutableProperty>())
        {
            id.ValueGenerated = ValueGenerated.Never;
        }

        SmallNames.Use(model);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        if (Database.ProviderName != PostgresProvider)
        {
            conventions.Properties<Guid>().HaveConversion<IdBytes>();
        }
    }
}
