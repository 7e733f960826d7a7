using System.CommandLine;
using Npgsql;

namespace FieldKit.Cli.Backups;

/// <summary>Where a reporting point keeps what it has: the same `--data`, `--database` and `--connection` as it was started with.</summary>
internal sealed class DatabaseOptions
{
    private readonly Option<DirectoryInfo> data = new("--data") { Description = "Gegevensmap van het meldpunt / the reporting point's data folder" };
    private readonly Option<string> database = new("--database") { Description = "sqlite (zonder keuze / by default) of / or postgres", DefaultValueFactory = _ => "sqlite" };
    private readonly Option<string?> connection = new("--connection") { Description = "Van / of postgres: \"Host=…;Database=…;Username=…\"; wachtwoord / password: PGPASSFILE" };

    private readonly bool keysAreNeeded;

    /// <param name="keysAreNeeded">False: of PostgreSQL the data folder is not needed.</param>
    public DatabaseOptions(bool keysAreNeeded)
    {
        this.keysAreNeeded = keysAreNeeded;
        database.AcceptOnlyFromAmong("sqlite", "postgres");
    }

    public void AddTo(Command command)
    {
        command.Add(data);
        command.Add(database);
        command.Add(connection);
        command.Validators.Add(result =>
        {
            if ((result.GetValue(database) == "postgres") != (result.GetValue(connection) is not null))
            {
                result.AddError("--connection hoort bij --database postgres / goes with --database postgres.");
            }

            if (result.GetValue(data) is null && (keysAreNeeded || result.GetValue(database) == "sqlite"))
            {
                result.AddError("--data ontbreekt / is missing.");
            }
        });
    }

    public DirectoryInfo DataOf(ParseResult parsed) => parsed.GetRequiredValue(data);

    public IKeptDatabase DatabaseOf(ParseResult parsed) => parsed.GetValue(connection) is { } text
        ? new PostgresDump(new(text) { Pooling = false, ApplicationName = "fieldkit" })
        : new SqliteFile(DataOf(parsed));
}
