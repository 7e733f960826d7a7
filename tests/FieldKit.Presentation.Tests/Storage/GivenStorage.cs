using FieldKit.Presentation.Storage;

namespace FieldKit.Presentation.Tests.Storage;

/// <summary>A platform that says what the test wants.</summary>
internal sealed class GivenStorage : IDeviceStorage
{
    public Room? Room { get; set; }

    public bool IsNewer { get; set; }

    public ValueTask<Room?> RoomAsync() => new(Room);

    public ValueTask<bool> IsNewerAsync() => new(IsNewer);
}
