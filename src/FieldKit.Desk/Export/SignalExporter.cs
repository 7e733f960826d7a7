using System.Text.Encodings.Web;
using System.Text.Json;
using FieldKit.Desk.Signals;
using FieldKit.Desk.Texts;
using FieldKit.Domain;
using FieldKit.Domain.Municipalities;
using FieldKit.Domain.Signals;
using FieldKit.Domain.Signals.Reading;

namespace FieldKit.Desk.Export;

/// <summary>Writes the readable copy of one signal.</summary>
public sealed class SignalExporter(DeskTexts texts, TimeProvider clock)
{
    // For people who open it: letters with accents stay letters. It is never put into a page.
    private static readonly ExportJson Json = new(new JsonSerializerOptions(ExportJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>No name and no word of the signal: file names are seen in lists and histories.</summary>
    public static string FileName(Guid signal) => $"signaal-{signal.ToString("N")[^8..]}.json";

    /// <param name="content">What guides and contacts are called by.</param>
    /// <param name="withNames">Only when somebody said why the page with names is open.</param>
    public byte[] Write(OpenedSignal signal, SignalLayout layout, Municipality? municipality, bool withNames, ContentBundle? content = null)
    {
        var (item, header) = (signal.Sealed.Item, signal.Sealed.Header);
        IReadOnlyList<string>? Titles(AdviceLinks? links) =>
            links is null ? null : [.. LinkedItem.Of(links, content, texts.Language).Select(linked => linked.Title)];
        string StageName(string id) => municipality?.Stage(id)?.Name.In(texts.Language) ?? id;
        var export = new SignalExport(
            SignalExport.FormatName, clock.GetUtcNow(), texts.Language, item.Id, header.Municipality, item.Organisation, layout.Kind, header.Form, header.FormVersion,
            layout.WrittenAt, item.ReceivedAt, item.WithdrawnAt, StageName(item.Stage), layout.Heading, layout.Groups,
            [.. layout.Path.Select(step => new ExportedStep(step.Question, step.Choice))], layout.Opinion,
            [.. TalkLine.Of(signal).Select(line => line.Answer is { } answer
                ? new ExportedLine(line.At, "desk", answer.Document?.StageName.In(texts.Language) ?? StageName(answer.Sent.Stage), answer.Document?.Text, Titles(answer.Document?.Links))
                : new ExportedLine(line.At, "writer", null, line.FollowUp!.Document?.Text))],
            withNames ? layout.Names : null, layout.Names is not null && !withNames, texts["signal.footer"]);
        return JsonSerializer.SerializeToUtf8Bytes(export, Json.SignalExport);
    }
}
