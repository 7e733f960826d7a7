using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FieldKit.ReportingPoint.Storage;

internal static class StorageFeature
{
    public static void AddStorage(this WebApplicationBuilder builder)
    {
        // Made by the container on first use, so that tests can still choose the folder.
        builder.Services.AddSingleton(services => new DataFolder(services.GetRequiredService<IConfiguration>()["data"] ?? ".data"));
        builder.Services.AddSingleton<SqliteFile>();
        builder.Services.AddSingleton<WriteGate>();
        builder.Services.AddDbContextFactory<ReportingPointDb>((services, options) => options
            .UseSqlite(services.GetRequiredService<SqliteFile>().ConnectionString)
            .AddInterceptors(new DurableConnections())
            // Migrations are written by hand and carry no snapshot to compare with; a test compares the tables instead.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)));
        builder.Services.AddHostedService<DatabasePreparation>();
    }
}
