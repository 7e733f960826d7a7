using FieldKit.Device.Store;
using FieldKit.Domain.Municipalities;

namespace FieldKit.Device.Vault;

/// <summary>
/// "Wissen": keys first, so that what remains for a moment is unreadable already; then every store that holds something of the
/// owner's (<see cref="DeviceStores"/>). The sealed outbox and the enrolment stay, and the outbox is still delivered. Needs no PIN.
/// </summary>
public sealed class Wipe(IRecordStore records, IDeviceKeys keys)
{
    private static readonly DeviceBelonging[] Everything = Enum.GetValues<DeviceBelonging>();

    public ValueTask RunAsync() => ClearAsync(Everything);

    /// <summary>Clears less than everything: the keys stay, for what stays.</summary>
    public async ValueTask ClearAsync(IReadOnlyCollection<DeviceBelonging> belongings)
    {
        if (Everything.All(belongings.Contains))
        {
            await keys.WipeAsync();
        }

        await EmptyAsync(belongings);
    }

    /// <summary>The second half alone, where wrong PINs destroyed the keys already.</summary>
    public ValueTask FinishAsync() => EmptyAsync(Everything);

    private async ValueTask EmptyAsync(IReadOnlyCollection<DeviceBelonging> belongings)
    {
        foreach (var store in DeviceStores.All.Where(store => store.Belongs is { } belonging && belongings.Contains(belonging)))
        {
            await EmptyAsync(store.Name);
        }
    }

    private async ValueTask EmptyAsync(string store)
    {
        while (await records.ListAsync(store) is { Count: > 0 } stored)
        {
            try
            {
                await records.CommitAsync([.. stored.Select(record => new RecordChange(record.Key, record.Version, null))]);
            }
            catch (StaleRecordException)
            {
                // Another tab wrote, or clears too: what is there now goes.
            }
        }
    }
}
