using System.Globalization;
using FieldKit.Presentation.Sync;

namespace FieldKit.Presentation.Storage;

public enum RoomLevel
{
    /// <summary>Nothing to say about it, or not known.</summary>
    Enough,

    /// <summary>Writing still works, and may soon not.</summary>
    Little,

    /// <summary>The next save will probably fail.</summary>
    None,
}

/// <summary>How much room is left, looked at before somebody writes and whenever the app comes back in view.</summary>
public sealed class RoomModel : Observable, IDisposable
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Newer content and the largest signals both fit in this several times.</summary>
    public const long LittleBytes = 20 * Megabyte;

    /// <summary>A few of the largest signals.</summary>
    public const long NoneBytes = Megabyte;

    /// <summary>A browser that takes back half of what it gave, and leaves less than this, is on a disk that fills up.</summary>
    public const long ShrunkBytes = 200 * Megabyte;

    private const string QuotaPreference = "room-given";

    private readonly IDeviceStorage storage;
    private readonly IPreferences preferences;
    private readonly IConnection connection;

    public RoomModel(IDeviceStorage storage, IPreferences preferences, IConnection connection)
    {
        (this.storage, this.preferences, this.connection) = (storage, preferences, connection);
        connection.Resumed += Look;
    }

    /// <summary>Null until known, or where the platform does not say.</summary>
    public Room? Room { get; private set; }

    public RoomLevel Level { get; private set; }

    public async Task LookAsync()
    {
        Room = await storage.RoomAsync();
        if (Room is { } room)
        {
            var given = long.TryParse(preferences.Read(QuotaPreference), CultureInfo.InvariantCulture, out var earlier) ? earlier : room.Quota;
            Level = LevelOf(room, given);
            if (room.Quota > given || room.Left >= ShrunkBytes)
            {
                given = room.Quota;
            }

            preferences.Write(QuotaPreference, given.ToString(CultureInfo.InvariantCulture));
        }

        Changed();
    }

    public void Dispose() => connection.Resumed -= Look;

    /// <param name="given">The most that the platform gave before.</param>
    private static RoomLevel LevelOf(Room room, long given) =>
        room.Left < NoneBytes ? RoomLevel.None
        : room.Left < LittleBytes || (room.Quota < given / 2 && room.Left < ShrunkBytes) ? RoomLevel.Little
        : RoomLevel.Enough;

    private void Look() => _ = LookAsync();
}
