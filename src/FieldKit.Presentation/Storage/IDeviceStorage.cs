namespace FieldKit.Presentation.Storage;

/// <summary>What the platform says about what is stored here.</summary>
public interface IDeviceStorage
{
    /// <returns>Null where the platform does not say.</returns>
    ValueTask<Room?> RoomAsync();

    /// <summary>A newer version of the app wrote what is stored: this one leaves it alone.</summary>
    ValueTask<bool> IsNewerAsync();
}
