using FieldKit.ReportingPoint.Storage.Databases;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FieldKit.ReportingPoint.Storage;

internal static class StorageFeature
{
    public static void AddStorage(this WebApplicationBuilder builder)
    {
        // Made by the container on first use, so that tests can still choose.
        builder.Services.AddSingleton(services => DatabaseChoice.Of(services.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton(services => new DataFolder(
            services.GetRequiredService<IConfiguration>()["data"] ?? ".data", isShared: services.GetRequiredService<DatabaseChoice>().IsShared));
        builder.Services.AddSingleton<IDatabase>(services => services.GetRequiredService<DatabaseChoice>().Connection is { } connection
            ? new PostgresDatabase(connection)
            : new SqliteDatabase(services.GetRequiredService<DataFolder>()));
        builder.Services.AddSingleton<WriteGate>();
        builder.Services.AddDbContextFactory<ReportingPointDb>((services, options) =>
        {
            services.GetRequiredService<IDatabase>().Use(options);

            // Migrations are written by hand and carry no snapshot to compare with; a test compares the tables instead.
            options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        });
        builder.Services.AddHostedService<DatabasePreparation>();
    }
}
