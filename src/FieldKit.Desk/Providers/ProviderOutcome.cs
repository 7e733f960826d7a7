using FieldKit.Desk.SignIn;
using FieldKit.Protocol;

namespace FieldKit.Desk.Providers;

/// <summary>With what word the provider sent the page back, to be said until somebody goes on.</summary>
public sealed class ProviderOutcome : IDisposable
{
    public const string Linked = "linked";

    private const string Name = "?provider=";

    // Anybody can write an address: only these words are said.
    private static readonly string[] Known =
    [
        Linked, Refusals.ProviderRefused, Refusals.ProviderUnreachable, Refusals.ProviderCancelled, Refusals.ProviderNotLinked, Refusals.ProviderAccountTaken,
        Refusals.ProviderNoRole, Refusals.ProviderRolesLast, Refusals.TooMany,
    ];

    private readonly DeskAccess access;
    private AccessState before;

    public ProviderOutcome(DeskAccess access)
    {
        this.access = access;
        before = access.State;
        access.Changed += AccessChanged;
    }

    /// <summary>Null when there is nothing to say; else <see cref="Linked"/> or the code of a refusal.</summary>
    public string? Said { get; private set; }

    /// <returns>The address without the word; null when there was none in it.</returns>
    public string? Read(string address)
    {
        var at = address.IndexOf(Name, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        Said = Known.FirstOrDefault(word => address[(at + Name.Length)..] == word);
        return address[..at];
    }

    public void Forget() => Said = null;

    public void Dispose() => access.Changed -= AccessChanged;

    /// <summary>Who signed in, in whatever way, or left, knows.</summary>
    private void AccessChanged()
    {
        if (before != access.State && before != AccessState.Starting && (before == AccessState.SignedOut || access.State == AccessState.SignedOut))
        {
            Forget();
        }

        before = access.State;
    }
}
