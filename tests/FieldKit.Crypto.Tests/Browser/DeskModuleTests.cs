using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace FieldKit.Crypto.Tests.Browser;

/// <summary>desk.js with keys as the command line makes them natively: staff key under a passphrase, epoch key under the staff key.</summary>
public sealed class DeskModuleTests(BundledModules modules) : IClassFixture<BundledModules>, IDisposable
{
    private const string Staff = "0197a0c0-0000-7000-8000-000000000001";
    private const string Passphrase = "zeven rustige fietsen";
    private const int Epoch = 3;
    private static readonly byte[] Header = "fieldkit-message-1\n"u8.ToArray();
    private readonly KeyPair own = KeyPair.Generate();
    private readonly KeyPair epoch = KeyPair.Generate();
    private readonly KeyPair device = KeyPair.Generate();

    [Fact]
    public async Task A_signal_sealed_on_a_device_opens_in_the_desk()
    {
        var signal = Hpke.Seal(device, epoch.PublicKey, Hpke.SignalInfo, Header, [1, 2, 3]);

        var results = await modules.CallAsync(Unlock(Passphrase), new("deskOpenSignal", Epoch, device.PublicKey, Header, signal));

        Assert.True(results[0]!.GetValue<bool>());
        Assert.Equal([1, 2, 3], results[1]!["bytes"].Bytes());
        Assert.Null(results[1]!["refusal"]);
    }

    [Fact]
    public async Task An_answer_opens_on_the_device_and_the_desks_copy_in_the_desk()
    {
        var sent = await modules.CallAsync(Unlock(Passphrase), new("deskSealAnswer", Epoch, device.PublicKey, Header, new byte[] { 7, 8 }));
        var forDesk = sent[1]!["forDesk"].Bytes();
        var read = await modules.CallAsync(Unlock(Passphrase), new("deskOpenOwnAnswer", Epoch, Header, forDesk));

        Assert.Equal([7, 8], Hpke.Open(device, epoch.PublicKey, Hpke.MessageInfo, Header, sent[1]!["forDevice"].Bytes()));
        Assert.Equal([7, 8], read[1]!["bytes"].Bytes());
        Assert.Throws<SealBrokenException>(() => Hpke.Open(device, epoch.PublicKey, Hpke.MessageInfo, Header, forDesk));
    }

    [Fact]
    public async Task A_reason_opens_in_the_desk_and_natively_and_not_as_an_answer()
    {
        var mine = await modules.CallAsync(Unlock(Passphrase), new("deskSealReason", Epoch, Header, new byte[] { 7, 8 }));
        var body = mine[1]!["bytes"].Bytes();
        var native = Hpke.Seal(epoch, epoch.PublicKey, Hpke.DecisionInfo, Header, [9]);
        var read = await modules.CallAsync(
            Unlock(Passphrase), new("deskOpenReason", Epoch, Header, body), new("deskOpenReason", Epoch, Header, native), new("deskOpenOwnAnswer", Epoch, Header, body));

        Assert.Equal([7, 8], Hpke.Open(epoch, epoch.PublicKey, Hpke.DecisionInfo, Header, body));
        Assert.Equal([7, 8], read[1]!["bytes"].Bytes());
        Assert.Equal([9], read[2]!["bytes"].Bytes());
        Assert.Equal("seal-broken", Refusal(read[3]));
    }

    [Fact]
    public async Task A_wrong_passphrase_staff_member_or_municipality_unlocks_nothing()
    {
        var results = await modules.CallAsync(
            Unlock(Passphrase + "!"),
            new("deskUnlock", Keyring(), Staff.Replace('1', '2'), "utrecht", Passphrase),
            new("deskUnlock", Keyring(), Staff, "arnhem", Passphrase),
            new("deskOpenOwnAnswer", Epoch, Header, new byte[100]));

        Assert.Equal([false, false, false], results.Take(3).Select(result => result!.GetValue<bool>()));
        Assert.Equal("desk-locked", Refusal(results[3]));
    }

    [Fact]
    public async Task An_unknown_epoch_a_broken_seal_and_a_key_that_is_none_are_said()
    {
        var results = await modules.CallAsync(
            Unlock(Passphrase),
            new("deskOpenOwnAnswer", Epoch + 1, Header, new byte[100]),
            new("deskOpenSignal", Epoch, device.PublicKey, Header, new byte[100]),
            new("deskSealAnswer", Epoch, new byte[65], Header, new byte[] { 1 }));

        Assert.Equal(["epoch-unknown", "seal-broken", "key-invalid"], results.Skip(1).Select(Refusal));
    }

    [Fact]
    public async Task A_keyring_under_argon2id_unlocks_through_the_worker()
    {
        byte[] salt = RandomNumberGenerator.GetBytes(16);
        var key = (await modules.CallAsync(new ModuleCall("argon2id", Passphrase, salt, 1, 1024)))[0].Bytes();

        var results = await modules.CallAsync(
            new("deskUnlock", Keyring("argon2id", salt, 1, 1024, key), Staff, "utrecht", Passphrase),
            new("deskUnlock", Keyring("argon2id", salt, 1, 1024, key), Staff, "utrecht", "iets anders"));

        Assert.Equal([true, false], results.Select(result => result!.GetValue<bool>()));
    }

    public void Dispose()
    {
        own.Dispose();
        epoch.Dispose();
        device.Dispose();
    }

    private static string? Refusal(JsonNode? result) => result!["refusal"]?.GetValue<string>();

    private ModuleCall Unlock(string passphrase) => new("deskUnlock", Keyring(), Staff, "utrecht", passphrase);

    private string Keyring()
    {
        byte[] salt = [1, 2, 3, 4, 5, 6, 7, 8];
        return Keyring(PassphraseKey.Kdf, salt, 1000, 0, PassphraseKey.Derive(Passphrase, salt, 1000));
    }

    private string Keyring(string kdf, byte[] salt, int iterations, int memoryKiB, byte[] key) => new JsonObject
    {
        ["own"] = new JsonObject
        {
            ["kdf"] = kdf,
            ["iterations"] = iterations,
            ["memoryKiB"] = memoryKiB,
            ["salt"] = Convert.ToBase64String(salt),
            ["sealed"] = Convert.ToBase64String(Aead.Encrypt(key, own.ExportPkcs8(), Encoding.UTF8.GetBytes($"fieldkit-staff-key-1\n{Staff}\n"))),
            ["publicKey"] = Convert.ToBase64String(own.PublicKey),
        },
        ["epochs"] = new JsonArray(new JsonObject
        {
            ["epoch"] = Epoch,
            ["publicKey"] = Convert.ToBase64String(epoch.PublicKey),
            ["sealed"] = Convert.ToBase64String(Hpke.Seal(
                own, own.PublicKey, Hpke.EpochInfo, Encoding.UTF8.GetBytes($"fieldkit-epoch-1\nutrecht\n{Epoch}\n"), epoch.ExportPkcs8())),
        }),
    }.ToJsonString();
}
