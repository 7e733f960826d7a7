using System.Runtime.Versioning;
using FieldKit.Presentation.Storage;

namespace FieldKit.App.Browser;

/// <summary>What the browser says about the room for this site, and which version wrote its database.</summary>
[SupportedOSPlatform("browser")]
internal sealed class BrowserDeviceStorage : IDeviceStorage
{
    public async ValueTask<Room?> RoomAsync()
    {
        await DeviceModule.LoadAsync();
        using var room = await DeviceModule.StorageRoomAsync();
        return room is null ? null : new((long)room.GetPropertyAsDouble("usage"), (long)room.GetPropertyAsDouble("quota"));
    }

    public async ValueTask<bool> IsNewerAsync()
    {
        await DeviceModule.LoadAsync();
        return await DeviceModule.StoreFormatAsync() == "newer";
    }
}
