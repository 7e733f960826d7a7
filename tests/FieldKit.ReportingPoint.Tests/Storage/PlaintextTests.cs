using System.Text;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Storage;

/// <summary>The canary: a word typed on a device or at the desk is nowhere on the server.</summary>
public sealed class PlaintextTests : IDisposable
{
    private const string SignalWord = "kanarievogel-signaal-8361";
    private const string AnswerWord = "kanarievogel-advies-5920";
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Data_folder_and_log_hold_no_word_of_a_signal_an_answer_or_a_secret()
    {
        var code = await point.IssueCodeAsync();
        var worker = new FieldDevice(point);
        await worker.EnrolAsync(code);
        var envelope = worker.Seal(SignalWord);
        await worker.ExchangeAsync(envelope);
        using var screener = await StaffMember.ScreenerAsync(point);
        using var sent = await screener.AnswerAsync(
            envelope.Header.Id, StaffMember.Write(await screener.OpenAsync(envelope.Header.Id), "eerste-blik", AnswerWord));
        sent.EnsureSuccessStatusCode();

        byte[][] wanted =
        [
            .. new[] { SignalWord, AnswerWord, code.Secret, Setups.UtrechtSecrets.Password, Setups.UtrechtSecrets.Passphrase }.Select(Encoding.UTF8.GetBytes),
            worker.Token,
        ];
        Assert.Empty(await PlacesAsync(wanted));
        Assert.All(wanted.Take(5), word => Assert.DoesNotContain(Encoding.UTF8.GetString(word), point.Log.Text));
    }

    [Fact]
    public async Task Search_finds_what_is_there()
    {
        var worker = await point.EnrolledAsync();
        var envelope = worker.Seal(SignalWord);
        await worker.ExchangeAsync(envelope);

        Assert.NotEmpty(await PlacesAsync([envelope.Body[..200]]));
        Assert.NotEmpty(await PlacesAsync([Encoding.UTF8.GetBytes("Jongerenwerk utrecht")]));
    }

    public void Dispose() => point.Dispose();

    private async Task<List<string>> PlacesAsync(byte[][] wanted)
    {
        var files = Directory.EnumerateFiles(point.DataFolder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != ".lock")
            .Concat(await point.TestDatabase.FilesElsewhereAsync()).ToList();
        return [.. from file in files let bytes = ReadShared(file) from word in wanted where bytes.AsSpan().IndexOf(word) >= 0 select file];
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
