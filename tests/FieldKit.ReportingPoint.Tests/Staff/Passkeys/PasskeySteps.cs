using System.Net;
using System.Net.Http.Json;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Staff.Passkeys;

/// <summary>What the desk's page does with a passkey.</summary>
internal static class PasskeySteps
{
    public const string Own = "/api/v1/staff/passkeys";
    public const string SignIn = "/api/v1/staff/session/passkey";

    public static Task<HttpResponseMessage> AskNewAsync(this StaffMember member, string? password = null) =>
        member.Client.PostAsJsonAsync(Own + "/options", new(password ?? Setups.UtrechtSecrets.Password), ProtocolJson.Default.PasswordAgain);

    public static Task<HttpResponseMessage> SendNewAsync(this StaffMember member, string credential, string name = "Laptop") =>
        member.Client.PostAsJsonAsync(Own, new(name, credential), ProtocolJson.Default.NewPasskey);

    public static async Task<HttpResponseMessage> TryAddAsync(this StaffMember member, SoftwareAuthenticator device, string name = "Laptop") =>
        await member.SendNewAsync(device.Make(await OptionsAsync(await member.AskNewAsync())), name);

    public static async Task AddAsync(this StaffMember member, SoftwareAuthenticator device, string name = "Laptop")
    {
        using var answer = await member.TryAddAsync(device, name);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    public static async Task<IReadOnlyList<PasskeyItem>> PasskeysAsync(this StaffMember member) =>
        (await member.Client.GetFromJsonAsync(Own, ProtocolJson.Default.IReadOnlyListPasskeyItem))!;

    /// <summary>The question of the sign-in page.</summary>
    public static async Task<string> AskAsync(this StaffMember page) => await OptionsAsync(await page.Client.PostAsync(SignIn + "/options", null));

    public static Task<HttpResponseMessage> AnswerAsync(this StaffMember page, string credential) =>
        page.Client.PostAsJsonAsync(SignIn, new(credential), ProtocolJson.Default.PasskeyAnswer);

    public static async Task<HttpResponseMessage> TrySignInAsync(this StaffMember page, SoftwareAuthenticator device) =>
        await page.AnswerAsync(device.Answer(await page.AskAsync()));

    public static async Task<StaffMember> WithPasskeyAsync(RunningPoint point, SoftwareAuthenticator device)
    {
        var member = StaffMember.Nobody(point);
        using var answer = await member.TrySignInAsync(device);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return member;
    }

    private static async Task<string> OptionsAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return (await answer.Content.ReadFromJsonAsync(ProtocolJson.Default.PasskeyOptions))!.Options;
        }
    }
}
