using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace FieldKit.Cli.Backups;

/// <summary>Runs PostgreSQL's own programs. They learn where to go from their environment: arguments can be seen by other users of a machine.</summary>
internal static class PostgresProgram
{
    public static async Task RunAsync(NpgsqlConnectionStringBuilder database, string program, string[] arguments, CancellationToken cancellation)
    {
        using var process = Start(database, program, arguments);
        process.StandardInput.Close();
        var said = process.StandardError.ReadToEndAsync(cancellation);
        await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellation);
        await RequireSuccessAsync(process, program, said, cancellation);
    }

    /// <summary>
    /// Runs a script that the first program writes in the second, with statements before and after it. When the first fails, the
    /// second reads an end without them.
    /// </summary>
    public static async Task PipeAsync(
        NpgsqlConnectionStringBuilder database, (string Program, string[] Arguments) from, (string Program, string[] Arguments) to,
        (string Before, string After) around, CancellationToken cancellation)
    {
        using var writer = Start(database, from.Program, from.Arguments);
        writer.StandardInput.Close();
        using var reader = Start(database, to.Program, to.Arguments);
        var (wrote, read) = (writer.StandardError.ReadToEndAsync(cancellation), reader.StandardError.ReadToEndAsync(cancellation));
        try
        {
            await using var script = reader.StandardInput;
            await script.WriteAsync(around.Before.AsMemory(), cancellation);
            await script.FlushAsync(cancellation);
            await writer.StandardOutput.BaseStream.CopyToAsync(script.BaseStream, cancellation);
            await RequireSuccessAsync(writer, from.Program, wrote, cancellation);
            await script.WriteAsync(around.After.AsMemory(), cancellation);
        }
        catch (IOException) when (reader.WaitForExit(TimeSpan.FromSeconds(10)) && reader.ExitCode != 0)
        {
            // It stopped reading, and says below why.
        }

        await RequireSuccessAsync(reader, to.Program, read, cancellation);
    }

    private static Process Start(NpgsqlConnectionStringBuilder database, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in EnvironmentOf(database))
        {
            if (!string.IsNullOrEmpty(value))
            {
                start.Environment[name] = value;
            }
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new BackupException($"{program} ontbreekt / is missing (Debian: apt-get install postgresql-client).");
        }
    }

    private static (string Name, string? Value)[] EnvironmentOf(NpgsqlConnectionStringBuilder database) =>
    [
        ("PGHOST", database.Host),
        ("PGPORT", database.Port.ToString(CultureInfo.InvariantCulture)),
        ("PGDATABASE", database.Database),
        ("PGUSER", database.Username),
        ("PGPASSWORD", database.Password),
        ("PGPASSFILE", database.Passfile),
        ("PGSSLROOTCERT", database.RootCertificate),
        ("PGSSLMODE", database.SslMode switch
        {
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            var other => other.ToString().ToLowerInvariant(),
        }),
    ];

    private static async Task RequireSuccessAsync(Process process, string program, Task<string> said, CancellationToken cancellation)
    {
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0)
        {
            throw new BackupException($"{program}: {(await said).Trim()}");
        }
    }
}
