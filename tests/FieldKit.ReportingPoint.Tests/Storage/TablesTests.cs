using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Tests.Personas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace FieldKit.ReportingPoint.Tests.Storage;

public sealed class TablesTests : IDisposable
{
    /// <summary>Asked before a municipality is known (who enters), or of the reporting point as a whole. All small.</summary>
    private static readonly string[] NotByMunicipality =
        ["reporting_point", "forms", "content_files", "municipalities", "enrolment_codes", "devices", "staff", "staff_starts", "staff_sessions", "sign_in_tries", "passkeys", "used_challenges", "audit"];

    private readonly RunningPoint point = new();

    [Fact]
    public async Task Migrations_make_the_tables_that_the_model_describes()
    {
        var model = Model();

        Assert.Equal(
            model.Tables.SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name} {column.StoreType} {(column.IsNullable ? "null" : "not null")}")).Order(),
            (await point.ReadAsync(TestDatabase.Columns)).Order());
        Assert.Equal(
            model.Tables.SelectMany(table => table.Indexes.Select(TestDatabase.IndexText)).Order(),
            (await point.ReadAsync(TestDatabase.Indexes)).Order());
    }

    [Fact]
    public void Every_key_of_a_municipalitys_data_begins_with_the_municipality() =>
        Assert.Empty(
            from table in Model().Tables
            where !NotByMunicipality.Contains(table.Name)
            from columns in table.UniqueConstraints.Select(key => key.Columns).Concat(table.Indexes.Select(index => index.Columns))
            where columns[0].Name != "municipality"
            select $"{table.Name} ({string.Join(", ", columns.Select(column => column.Name))})");

    [Fact]
    public void Data_folder_and_signing_key_are_their_owners_alone()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(point.DataFolder));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(point.DataFolder, "signing.key")));
        }
    }

    public void Dispose() => point.Dispose();

    private IRelationalModel Model()
    {
        using var scope = point.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<ReportingPointDb>().Model.GetRelationalModel();
    }
}
