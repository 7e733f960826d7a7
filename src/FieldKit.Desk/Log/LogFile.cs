using System.Globalization;
using System.Text;
using System.Text.Json;
using FieldKit.Protocol;

namespace FieldKit.Desk.Log;

/// <summary>Lines of the log as a file (docs/export.md).</summary>
public static class LogFile
{
    private static readonly string[] Columns = ["at", "actor", "name", "action", "subject", "hash"];

    /// <param name="kind">One of <see cref="AuditExportKinds"/>.</param>
    public static byte[] Write(string kind, IReadOnlyList<AuditLine> lines) =>
        kind == AuditExportKinds.Table ? Table(lines) : JsonLines(lines);

    private static byte[] JsonLines(IReadOnlyList<AuditLine> lines)
    {
        using var file = new MemoryStream();
        foreach (var line in lines)
        {
            file.Write(JsonSerializer.SerializeToUtf8Bytes(line, ProtocolJson.Default.AuditLine));
            file.WriteByte((byte)'\n');
        }

        return file.ToArray();
    }

    // With a mark of its encoding, or spreadsheets take it for another.
    private static byte[] Table(IReadOnlyList<AuditLine> lines) =>
    [
        .. Encoding.UTF8.Preamble,
        .. Encoding.UTF8.GetBytes(string.Concat(new[] { Columns }.Concat(lines.Select(Cells)).Select(cells => string.Join(',', cells.Select(Quoted)) + "\r\n"))),
    ];

    private static string[] Cells(AuditLine line) =>
    [
        line.At.ToString("O", CultureInfo.InvariantCulture), line.Actor == Guid.Empty ? "" : line.Actor.ToString("D"), line.Name ?? "", line.Action, line.Subject,
        Convert.ToHexStringLower(line.Hash),
    ];

    /// <summary>What a spreadsheet would take for a formula becomes text: members choose their names themselves.</summary>
    private static string Quoted(string cell)
    {
        var text = cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal) ? "'" + cell : cell;
        return $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
