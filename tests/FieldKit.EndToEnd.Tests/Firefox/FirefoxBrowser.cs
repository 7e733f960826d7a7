using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FieldKit.EndToEnd.Tests.Firefox;

/// <summary>
/// The installed Firefox, driven through its own WebDriver BiDi door (W3C draft "WebDriver BiDi"): Playwright drives only
/// a Firefox that it built itself. The profile outlives the browser process.
/// </summary>
internal sealed partial class FirefoxBrowser : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process process;
    private readonly ClientWebSocket socket = new();
    private int lastCommand;
    private string context = "";

    private FirefoxBrowser(Process process) => this.process = process;

    public static async Task<FirefoxBrowser> OpenAsync(string profile)
    {
        var door = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("FIELDKIT_FIREFOX") ?? "firefox-esr",
            ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0", "about:blank"])
        {
            RedirectStandardError = true,
        };
        var browser = new FirefoxBrowser(Process.Start(start)!);
        browser.process.ErrorDataReceived += (_, line) =>
        {
            if (DoorPattern().Match(line.Data ?? "") is { Success: true } match)
            {
                door.TrySetResult(match.Value);
            }
        };
        browser.process.BeginErrorReadLine();
        await browser.socket.ConnectAsync(new($"{await door.Task.WaitAsync(Patience)}/session"), CancellationToken.None);
        await browser.AskAsync("session.new", new() { ["capabilities"] = new JsonObject() });
        var tree = await browser.AskAsync("browsingContext.getTree", []);
        browser.context = (string)tree["contexts"]![0]!["context"]!;
        return browser;
    }

    public Task GoAsync(Uri address) => AskAsync(
        "browsingContext.navigate", new() { ["context"] = context, ["url"] = address.ToString(), ["wait"] = "interactive" });

    /// <summary>The text of the first element that fits, once there is one.</summary>
    public Task<string> TextOfAsync(string selector) => EvaluateAsync(
        $$"""
        new Promise((found) => {
          const look = () => {
            const element = document.querySelector('{{selector}}');
            return element ? found(element.textContent.trim()) : setTimeout(look, 50);
          };
          look();
        })
        """);

    public Task ClickAsync(string selector) => EvaluateAsync($"(document.querySelector('{selector}').click(), '')");

    /// <param name="expression">Of a string, or of the promise of one.</param>
    public async Task<string> EvaluateAsync(string expression)
    {
        var answer = await AskAsync("script.evaluate", new()
        {
            ["expression"] = expression,
            ["target"] = new JsonObject { ["context"] = context },
            ["awaitPromise"] = true,
        });
        return (string?)answer["result"]?["value"] ?? throw new InvalidOperationException($"Firefox answered {answer.ToJsonString()} to {expression}");
    }

    /// <summary>Ends the process as a telephone does: without asking the page.</summary>
    public async ValueTask DisposeAsync()
    {
        // What went wrong before, if anything, is what the test should tell.
        if (socket.State == WebSocketState.Open)
        {
            await AskAsync("browser.close", []);
        }
        else
        {
            process.Kill(entireProcessTree: true);
        }

        socket.Dispose();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<JsonNode> AskAsync(string method, JsonObject parameters)
    {
        using var patience = new CancellationTokenSource(Patience);
        var id = ++lastCommand;
        var command = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        await socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(command.ToJsonString()), WebSocketMessageType.Text, true, patience.Token);
        while (true)
        {
            // Events come between; nobody subscribed to any, but some come all the same.
            var message = JsonNode.Parse(await ReceiveAsync(patience.Token))!;
            if ((int?)message["id"] == id)
            {
                return message["result"] ?? throw new InvalidOperationException($"Firefox refused {method}: {message.ToJsonString()}");
            }
        }
    }

    private async Task<byte[]> ReceiveAsync(CancellationToken cancellation)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[16 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), cancellation);
            whole.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return whole.ToArray();
    }

    [GeneratedRegex(@"ws://127\.0\.0\.1:\d+|ws://localhost:\d+|ws://\[::1\]:\d+")]
    private static partial Regex DoorPattern();
}
