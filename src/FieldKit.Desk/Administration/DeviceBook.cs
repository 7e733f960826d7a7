using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Protocol;

namespace FieldKit.Desk.Administration;

/// <summary>The municipality's devices: of an organisation and a role, never of a person.</summary>
public sealed class DeviceBook : IDisposable
{
    /// <summary>The refusal of a device that is not there.</summary>
    public const string Gone = "device-gone";

    private readonly DeskClient server;
    private readonly DeskAccess access;

    public DeviceBook(DeskClient server, DeskAccess access)
    {
        (this.server, this.access) = (server, access);
        access.OwnerChanged += Forget;
    }

    public event Action? Changed;

    /// <summary>Null until the first answer; those that are shut out last.</summary>
    public IReadOnlyList<DeviceItem>? Devices { get; private set; }

    /// <summary>Why the last look failed, or null. What was seen before stays.</summary>
    public string? Failure { get; private set; }

    public async Task RefreshAsync()
    {
        Failure = await TryAsync(async () => Devices = [.. (await server.DevicesAsync()).OrderBy(device => device.RevokedAt is not null)]);
        Changed?.Invoke();
    }

    /// <returns>Null when done; else why not.</returns>
    public async Task<string?> RevokeAsync(Guid device)
    {
        var refusal = await TryAsync(() => server.RevokeDeviceAsync(device));
        await RefreshAsync();
        return refusal == Refusals.NotFound ? Gone : refusal;
    }

    public void Dispose() => access.OwnerChanged -= Forget;

    private async Task<string?> TryAsync(Func<Task> action)
    {
        try
        {
            await action();
            return null;
        }
        catch (DeskRefusedException refused)
        {
            if (refused.Code == DeskRefusedException.SignedOut)
            {
                access.LoseSession();
            }

            return refused.Code;
        }
    }

    private void Forget()
    {
        (Devices, Failure) = (null, null);
        Changed?.Invoke();
    }
}
