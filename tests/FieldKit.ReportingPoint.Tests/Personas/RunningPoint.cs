using System.Globalization;
using System.Text.Json;
using FieldKit.Content;
using FieldKit.Domain;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Content;
using FieldKit.ReportingPoint.Intake;
using FieldKit.ReportingPoint.Storage.Databases;
using FieldKit.ReportingPoint.Tests.Description;
using FieldKit.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace FieldKit.ReportingPoint.Tests.Personas;

/// <summary>A reporting point for Utrecht and Arnhem: the real program, on a real port, with a database of its own and time by hand.</summary>
internal sealed class RunningPoint : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly int nodes;
    private TestDatabase database;
    private StartedProgram[] started;
    private int turns;

    public RunningPoint()
        : this(1, TestDatabase.New())
    {
    }

    /// <param name="nodes">So many of the program, on one database and one data folder; clients meet the next one with each request.</param>
    /// <param name="settings">As on the command line, from the first start on.</param>
    public RunningPoint(int nodes, TestDatabase? database = null, Dictionary<string, string>? settings = null)
    {
        (this.nodes, this.database, Settings) = (nodes, database ?? TestDatabase.New(), settings ?? []);
        WriteSetup("utrecht.json", Setups.Utrecht);
        WriteSetup("arnhem.json", Setups.Arnhem);
        started = Start();
    }

    public ManualTimeProvider Clock { get; } = new();

    public CollectedLog Log { get; } = new();

    /// <summary>From the next start on: every level, also of the framework.</summary>
    public bool LogsAll { get; set; }

    /// <summary>As on the command line; from the next <see cref="Restart"/> on.</summary>
    public Dictionary<string, string> Settings { get; }

    public Func<DateOnly, ContentBundle> Content { get; set; } = SmallContent.Bundle;

    public TestDatabase TestDatabase => database;

    public string DataFolder => folder.File("data");

    /// <summary>Of the first node.</summary>
    public IServiceProvider Services => started[0].Services;

    public IReadOnlyList<IServiceProvider> ServicesOfNodes => [.. started.Select(program => program.Services)];

    /// <summary>How many requests each node got.</summary>
    public IReadOnlyList<int> RequestsOfNodes => [.. started.Select(program => program.Requests)];

    public IReadOnlyList<Uri> AddressesOfNodes => [.. started.Select(program => program.ClientOptions.BaseAddress)];

    public Uri Address => started[0].ClientOptions.BaseAddress;

    /// <summary>A client without any session, token or header.</summary>
    public HttpClient Client() => Client(cookies: false);

    public HttpClient ClientWithCookies() => Client(cookies: true);

    /// <summary>Stops the program and starts it again on the same data.</summary>
    public void Restart()
    {
        Stop();
        started = Start();
    }

    /// <summary>Until the next <see cref="Restart"/>.</summary>
    public void Halt() => Stop();

    /// <summary>Stops the program and loses all that it had, its database and its data folder; starts on what <paramref name="restore"/> puts back.</summary>
    public void LoseAll(Action restore)
    {
        Stop();
        database.Dispose();
        database = TestDatabase.Empty();
        Directory.Delete(DataFolder, recursive: true);
        restore();
        started = Start();
    }

    public Task<EnrolmentCode> IssueCodeAsync(string municipality = "utrecht") =>
        Services.GetRequiredService<EnrolmentCodes>().IssueAsync(municipality, "Jongerenwerk " + municipality, "jongerenwerk", CancellationToken.None);

    public async Task<FieldDevice> EnrolledAsync(string municipality = "utrecht")
    {
        var device = new FieldDevice(this);
        await device.EnrolAsync(await IssueCodeAsync(municipality));
        return device;
    }

    public void Dispose()
    {
        Stop();
        database.Dispose();
        folder.Dispose();
    }

    public IDatabase Database => Services.GetRequiredService<IDatabase>();

    /// <summary>Past the program, straight into its database.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await Database.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <returns>The first column of each row.</returns>
    public async Task<List<string>> ReadAsync(string sql)
    {
        await using var connection = await Database.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return rows;
    }

    private HttpClient Client(bool cookies) =>
        new(new NextNode(this) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = cookies } }) { BaseAddress = Address };

    /// <summary>All nodes at once.</summary>
    private StartedProgram[] Start() => [.. Enumerable.Range(0, nodes).AsParallel().WithDegreeOfParallelism(nodes).Select(_ =>
    {
        var program = new StartedProgram(this);
        program.UseKestrel();
        program.StartServer();
        return program;
    })];

    private void Stop()
    {
        foreach (var program in started)
        {
            program.Dispose();
        }
    }

    /// <summary>A balancer without sticky sessions.</summary>
    private sealed class NextNode(RunningPoint point) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
        {
            var node = point.started[(Interlocked.Increment(ref point.turns) & int.MaxValue) % point.started.Length];
            node.Requests++;
            request.RequestUri = new(node.ClientOptions.BaseAddress, request.RequestUri!.PathAndQuery);
            var response = await base.SendAsync(request, cancellation);
            await DescribedAnswers.HoldAsync(request, response);
            return response;
        }
    }

    public void WriteSetup(string name, ReportingPointSetup setup) =>
        File.WriteAllBytes(folder.File(name), JsonSerializer.SerializeToUtf8Bytes(setup, ProtocolJson.Default.ReportingPointSetup));

    private sealed class StartedProgram(RunningPoint point) : WebApplicationFactory<Program>
    {
        private readonly LetGoOfFolder letGo = new();

        public int Requests { get; set; }

        protected override void ConfigureWebHost(IWebHostBuilder builder) => point.Settings
            .Aggregate(point.database.Choose(builder), (chosen, setting) => chosen.UseSetting(setting.Key, setting.Value))
            // Not UseKestrel(port): that changes the address while the program may have begun listening already (dotnet/aspnetcore#67714).
            .UseUrls("http://127.0.0.1:0")
            .UseSetting("data", point.DataFolder)
            .UseSetting("setup", point.folder.File("utrecht.json") + Path.PathSeparator + point.folder.File("arnhem.json"))
            .ConfigureTestServices(letGo.Watch)
            .ConfigureTestServices(services => services
                .Replace(ServiceDescriptor.Singleton<TimeProvider>(point.Clock))
                .Replace(ServiceDescriptor.Singleton<CompileContent>(builtOn => new CompilationResult(point.Content(builtOn), [])))
                .AddSingleton<ILoggerProvider>(point.Log))
            .ConfigureLogging(logging =>
            {
                if (point.LogsAll)
                {
                    logging.SetMinimumLevel(LogLevel.Trace).AddFilter<CollectedLog>("", LogLevel.Trace).AddFilter<CollectedLog>("Microsoft", LogLevel.Trace);
                }
            });

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            letGo.Wait();
        }
    }
}
