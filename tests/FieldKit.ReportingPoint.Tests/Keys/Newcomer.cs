using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using FieldKit.Cli.Keys;
using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Keys;

/// <summary>Somebody who begins at the desk with a start code, as the desk's browser does it.</summary>
internal sealed class Newcomer(RunningPoint point, string name = "noor") : IDisposable
{
    public const string Password = "een-lang-wachtwoord";
    private static readonly byte[] Salt = new byte[16];
    private KeyPair own = KeyPair.Generate();

    public string Name => name;

    public byte[] PublicKey => own.PublicKey;

    public Guid Id { get; private set; }

    public async Task<HttpResponseMessage> TryBeginAsync(string code, string password = Password, Func<WrappedStaffKey, WrappedStaffKey>? change = null)
    {
        using var desk = StaffMember.Nobody(point);
        var whole = EnrolmentCode.TryParse(code)!.Whole;
        using var offered = await desk.Client.PostAsJsonAsync("/api/v1/staff/start/offer", new(whole), ProtocolJson.Default.StartCode);
        if (offered.IsSuccessStatusCode)
        {
            Id = (await offered.Content.ReadFromJsonAsync(ProtocolJson.Default.StartOffer))!.Staff;
        }

        own = KeyPair.Generate();
        var wrapped = new WrappedStaffKey("argon2id", 2, 46 * 1024, Salt, RandomNumberGenerator.GetBytes(180), own.PublicKey);
        return await desk.Client.PostAsJsonAsync(
            "/api/v1/staff/start", new(whole, name, password, change?.Invoke(wrapped) ?? wrapped), ProtocolJson.Default.StartRequest);
    }

    public async Task BeginAsync(string code, string password = Password)
    {
        using var answer = await TryBeginAsync(code, password);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    public Task<StaffMember> SignedInAsync(string password = Password) => StaffMember.SignedInAsync(point, name, password);

    /// <summary>With the keyring as the reporting point gives it now.</summary>
    /// <returns>By number.</returns>
    public async Task<Dictionary<int, KeyPair>> OpenKeyringAsync(StaffMember member)
    {
        var keyring = (await member.Client.GetFromJsonAsync("/api/v1/staff/keyring", ProtocolJson.Default.StaffKeyring))!;
        Assert.Equal(own.PublicKey, keyring.Own.PublicKey);
        return keyring.Epochs.ToDictionary(wrapped => wrapped.Epoch, wrapped => KeyCeremony.Unwrap("utrecht", wrapped, own));
    }

    public void Dispose() => own.Dispose();
}
