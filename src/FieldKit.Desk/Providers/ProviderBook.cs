using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Desk.Texts;
using FieldKit.Protocol;

namespace FieldKit.Desk.Providers;

/// <summary>The identity providers of municipalities, and the account at it of who is at the desk.</summary>
public sealed class ProviderBook : IDisposable
{
    private readonly DeskClient server;
    private readonly DeskAccess access;

    public ProviderBook(DeskClient server, DeskAccess access)
    {
        (this.server, this.access) = (server, access);
        access.OwnerChanged += Forget;
    }

    public event Action? Changed;

    /// <summary>Those that one may sign in with; empty until they are known, and when they cannot be asked for.</summary>
    public IReadOnlyList<ProviderItem> Providers { get; private set; } = [];

    /// <summary>That of who is at the desk; null where the municipality has none.</summary>
    public ProviderItem? Own => Providers.FirstOrDefault(provider => provider.Municipality == access.Staff?.Municipality);

    /// <summary>Null until it is known.</summary>
    public ProviderAccount? Account { get; private set; }

    /// <summary>Why the last look at the account failed, or null.</summary>
    public string? Failure { get; private set; }

    public static string NameOf(ProviderItem provider, DeskTexts texts) => texts.Language == DeskTexts.English ? provider.NameEn : provider.NameNl;

    /// <summary>Which there are. A reporting point that cannot be asked says so when one signs in with a password.</summary>
    public async Task LookAsync()
    {
        try
        {
            Providers = await server.ProvidersAsync();
        }
        catch (DeskRefusedException)
        {
            Providers = [];
        }

        Changed?.Invoke();
    }

    public async Task RefreshAsync()
    {
        await LookAsync();
        Failure = Own is null ? null : await access.TryAsync(async () => Account = await server.ProviderAccountAsync());
        Changed?.Invoke();
    }

    /// <returns>Where the page has to go to sign in.</returns>
    /// <exception cref="DeskRefusedException">Refused.</exception>
    public Task<string> AddressAsync(ProviderItem provider) => server.ProviderSignInAsync(provider.Municipality);

    /// <returns>Where the page has to go to sign in with the account to link, or why not.</returns>
    public async Task<(string? Address, string? Refusal)> LinkAsync(string password)
    {
        string? address = null;
        var refusal = await access.TryAsync(async () => address = await server.LinkProviderAsync(password));
        return (address, refusal);
    }

    /// <returns>Null when done; else why not. One that was unlinked before is done.</returns>
    public async Task<string?> UnlinkAsync()
    {
        var refusal = await access.TryAsync(server.UnlinkProviderAsync);
        await RefreshAsync();
        return refusal == Refusals.NotFound ? null : refusal;
    }

    public void Dispose() => access.OwnerChanged -= Forget;

    private void Forget()
    {
        (Account, Failure) = (null, null);
        Changed?.Invoke();
    }
}
