using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Storage;

/// <summary>SealedForDevice is sealed_for_device: a name that both databases take without quotes, so that plain SQL is written once.</summary>
internal static partial class SmallNames
{
    public static void Use(ModelBuilder model)
    {
        foreach (var table in model.Model.GetEntityTypes())
        {
            table.SetTableName(Of(table.GetTableName()!));
            foreach (var column in table.GetProperties())
            {
                column.SetColumnName(Of(column.Name));
            }

            foreach (var key in table.GetKeys())
            {
                key.SetName($"pk_{table.GetTableName()}");
            }

            foreach (var index in table.GetIndexes())
            {
                index.SetDatabaseName($"ix_{table.GetTableName()}_{string.Join('_', index.Properties.Select(column => Of(column.Name)))}");
            }
        }
    }

    private static string Of(string name) => Capital().Replace(name, "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Capital();
}
