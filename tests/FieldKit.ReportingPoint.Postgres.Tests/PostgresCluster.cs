using System.Diagnostics;
using FieldKit.ReportingPoint.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace FieldKit.ReportingPoint.Tests;

/// <summary>
/// A real PostgreSQL for this run alone, in a temporary folder, reached by a socket in that folder. It ends with the process,
/// however that ends: the shell around it stops it when its input closes.
/// </summary>
internal sealed class PostgresCluster
{
    private const string User = "fieldkit";
    private const string Template = "migrated";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Lazy<PostgresCluster> Started = new(() => new(isDurable: false));

    private readonly string folder = Directory.CreateTempSubdirectory("fieldkit-postgres-").FullName;
    private readonly Process shell;
    private int databases;

    /// <param name="isDurable">Whether a commit waits for the disk, as it must wherever time is measured.</param>
    public PostgresCluster(bool isDurable)
    {
        var binaries = Binaries();
        if (Environment.IsPrivilegedProcess)
        {
            // It refuses to run as root; its package brings a user.
            Run("chown", "postgres", folder);
        }

        Run(AsOwner(Path.Combine(binaries, "initdb"), "-D", Folder(""), "-U", User, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"));
        shell = Process.Start(StartInfo(AsOwner(
            "sh", "-c", "\"$0\" \"$@\" >\"$LOG\" 2>&1 & server=$!; cat >/dev/null; kill -QUIT $server; wait $server; rm -rf \"$ROOM\"",
            Path.Combine(binaries, "postgres"), "-D", Folder(""), "-k", folder, "-c", "listen_addresses=", "-c", isDurable ? "fsync=on" : "fsync=off", "-c", "max_connections=300")))!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => shell.StandardInput.Close();
        MakeTemplate();
    }

    public static PostgresCluster Running => Started.Value;

    public string Folder(string within) => Path.Combine(folder, "data", within);

    public string ConnectionTo(string database) => $"Host={folder};Username={User};Database={database};Maximum Pool Size=20";

    public string NewDatabase(bool fromTemplate)
    {
        var name = $"test{Interlocked.Increment(ref databases)}";
        Execute($"CREATE DATABASE {name}{(fromTemplate ? $" TEMPLATE {Template}" : "")}");
        return name;
    }

    public void Drop(string name) => Execute($"DROP DATABASE {name} WITH (FORCE)");

    private static string Binaries() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => version + "/bin") : [])
            .FirstOrDefault(place => File.Exists(Path.Combine(place, "postgres")) && File.Exists(Path.Combine(place, "initdb")))
        ?? throw new InvalidOperationException("These tests need a PostgreSQL server: install it (Debian: apt-get install postgresql), or put its programs on the PATH.");

    private static string[] AsOwner(params string[] command) =>
        Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", .. command] : command;

    private ProcessStartInfo StartInfo(string[] command) => new(command[0], command[1..])
    {
        RedirectStandardInput = true,
        WorkingDirectory = folder,
        Environment = { ["LOG"] = Path.Combine(folder, "log"), ["ROOM"] = folder },
    };

    private static void Run(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"PostgreSQL could not be set up ({command[0]}): {said} {error.Result}");
        }
    }

    private void MakeTemplate()
    {
        UntilItAnswers();
        Execute($"CREATE DATABASE {Template}");
        using (var db = new ReportingPointDb(new DbContextOptionsBuilder<ReportingPointDb>()
            .UseNpgsql(ConnectionTo(Template) + ";Pooling=false")
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)).Options))
        {
            db.Database.Migrate();
        }
    }

    private void UntilItAnswers()
    {
        for (var start = Stopwatch.StartNew(); ;)
        {
            try
            {
                Execute("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (start.Elapsed < Patience && !shell.HasExited)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(50));
            }
            catch (NpgsqlException failure)
            {
                var log = Path.Combine(folder, "log");
                throw new InvalidOperationException($"PostgreSQL did not start: {(File.Exists(log) ? File.ReadAllText(log) : "it said nothing")}", failure);
            }
        }
    }

    private void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(ConnectionTo("postgres") + ";Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
