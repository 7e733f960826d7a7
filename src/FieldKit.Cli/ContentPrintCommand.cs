using System.CommandLine;
using System.Text;
using FieldKit.Content.Print;
using FieldKit.Domain;
using FieldKit.Domain.Municipalities;

namespace FieldKit.Cli;

/// <summary>`fieldkit content print --out FOLDER [--municipality ID]`: every flowchart and guide as HTML and PDF, A4.</summary>
internal static class ContentPrintCommand
{
    public static Command Create(TimeProvider clock)
    {
        var folder = ContentFolderOption.Create();
        var to = new Option<DirectoryInfo>("--out") { Description = "Map voor de bestanden / folder for the files", Required = true };
        var municipality = new Option<string?>("--municipality") { Description = "Alleen wat voor deze gemeente geldt / only what holds for this municipality" };
        var language = new Option<string>("--language") { Description = "nl of / or en", DefaultValueFactory = _ => "nl" };
        var only = new Option<string[]>("--only") { Description = "Alleen deze, zoals F03 G01 / only these, such as F03 G01", AllowMultipleArgumentsPerToken = true };
        var htmlOnly = new Option<bool>("--html-only") { Description = "Geen PDF / no PDF" };
        var chromium = new Option<FileInfo?>("--chromium") { Description = "Chromium of Chrome, als het niet op PATH staat / Chromium or Chrome, when it is not on PATH" };
        var command = new Command("print", "Maak HTML en PDF op A4 / make HTML and PDF on A4") { folder, to, municipality, language, only, htmlOnly, chromium };
        command.SetAction(async (parsed, cancellation) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            if (CompiledContent.TryCompileWhole(parsed.GetRequiredValue(folder).FullName, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), output) is not { Bundle: { } bundle } compiled
                || !TryFind(bundle, parsed.GetValue(municipality), output, out var place))
            {
                return 1;
            }

            var printer = parsed.GetValue(htmlOnly) ? null : PdfPrinter.Find(parsed.GetValue(chromium));
            if (printer is null && !parsed.GetValue(htmlOnly))
            {
                output.WriteLine("Chromium of Chrome niet gevonden / not found: --chromium PATH, of alleen HTML met / or only HTML with --html-only.");
                return 1;
            }

            var wanted = parsed.GetValue(only) ?? [];
            var sheets = ContentPrint.Sheets(bundle, place, parsed.GetValue(language)!, compiled.SourceTitles).Where(sheet => wanted.Length == 0 || wanted.Contains(sheet.Name));
            return await WriteAsync([.. sheets], parsed.GetRequiredValue(to).FullName, printer, output, cancellation);
        });
        return command;
    }

    private static bool TryFind(ContentBundle bundle, string? id, TextWriter output, out Municipality? municipality)
    {
        municipality = bundle.Municipalities.FirstOrDefault(known => known.Id == id);
        if (id is null || municipality is not null)
        {
            return true;
        }

        output.WriteLine($"Geen gemeente / no municipality '{id}': {string.Join(", ", bundle.Municipalities.Select(known => known.Id))}.");
        return false;
    }

    private static async Task<int> WriteAsync(IReadOnlyList<PrintedSheet> sheets, string folder, PdfPrinter? printer, TextWriter output, CancellationToken cancellation)
    {
        var failed = 0;
        foreach (var sheet in sheets)
        {
            var html = Path.Combine(folder, sheet.Name + ".html");
            WholeFile.Write(html, Encoding.UTF8.GetBytes(sheet.Html));
            if (printer is not null && !await printer.PrintAsync(html, Path.ChangeExtension(html, ".pdf"), cancellation))
            {
                output.WriteLine($"{sheet.Name}: geen PDF / no PDF.");
                failed++;
            }
        }

        output.WriteLine($"{sheets.Count} bladen / sheets, {sheets.Count(sheet => sheet.IsPoster)} op één pagina / on one page");
        return failed == 0 ? 0 : 1;
    }
}
