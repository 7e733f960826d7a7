using System.Runtime.InteropServices.JavaScript;
using FieldKit.Desk.Passkeys;
using FieldKit.Desk.Server;

namespace FieldKit.Desk.Browser;

/// <summary>The browser's passkeys by js/passkeys.js; what its calls mean is said there.</summary>
internal sealed partial class BrowserPasskeys : IPasskeys
{
    private const string Name = "passkeys";
    private Task? loading;

    public async ValueTask<bool> CanAsync()
    {
        await LoadAsync();
        return Can();
    }

    public async ValueTask<string> MakeAsync(string options)
    {
        await LoadAsync();
        using var made = await MakeItAsync(options);
        return CredentialOf(made);
    }

    public async ValueTask<string> AnswerAsync(string options)
    {
        await LoadAsync();
        using var answer = await AnswerItAsync(options);
        return CredentialOf(answer);
    }

    private static string CredentialOf(JSObject answer) =>
        answer.GetPropertyAsString("refusal") is { } refusal ? throw new DeskRefusedException(refusal) : answer.GetPropertyAsString("credential")!;

    private Task LoadAsync() => loading ??= JSHost.ImportAsync(Name, "../js/passkeys.js");

    [JSImport("passkeysCan", Name)]
    private static partial bool Can();

    [JSImport("passkeysMake", Name)]
    [return: JSMarshalAs<JSType.Promise<JSType.Object>>]
    private static partial Task<JSObject> MakeItAsync(string options);

    [JSImport("passkeysAnswer", Name)]
    [return: JSMarshalAs<JSType.Promise<JSType.Object>>]
    private static partial Task<JSObject> AnswerItAsync(string options);
}
