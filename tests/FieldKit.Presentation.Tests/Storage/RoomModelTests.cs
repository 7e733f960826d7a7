using FieldKit.Presentation.Storage;
using FieldKit.Presentation.Tests.Sync;

namespace FieldKit.Presentation.Tests.Storage;

public sealed class RoomModelTests
{
    private const long Megabyte = 1024 * 1024;

    private readonly RememberedPreferences preferences = new();
    private readonly HandledConnection connection = new();
    private readonly GivenStorage storage = new();

    [Theory]
    [InlineData(1000, RoomLevel.Enough)]
    [InlineData(20, RoomLevel.Enough)]
    [InlineData(19, RoomLevel.Little)]
    [InlineData(1, RoomLevel.Little)]
    [InlineData(0, RoomLevel.None)]
    [InlineData(-5, RoomLevel.None)]
    public async Task What_is_left_is_told_before_it_runs_out(long left, RoomLevel level)
    {
        storage.Room = new(10 * Megabyte, (10 + left) * Megabyte);
        using var model = new RoomModel(storage, preferences, connection);

        await model.LookAsync();

        Assert.Equal(level, model.Level);
    }

    [Fact]
    public async Task A_browser_that_takes_back_half_of_what_it_gave_is_told_until_there_is_room_again()
    {
        using var model = new RoomModel(storage, preferences, connection);
        foreach (var (quota, level) in new[] { (1000, RoomLevel.Enough), (150, RoomLevel.Little), (150, RoomLevel.Little), (900, RoomLevel.Enough) })
        {
            storage.Room = new(10 * Megabyte, quota * Megabyte);
            await model.LookAsync();
            Assert.Equal(level, model.Level);
        }
    }

    [Fact]
    public async Task A_small_disk_that_does_not_shrink_is_no_trouble()
    {
        storage.Room = new(10 * Megabyte, 150 * Megabyte);
        using var model = new RoomModel(storage, preferences, connection);
        await model.LookAsync();
        await model.LookAsync();
        Assert.Equal(RoomLevel.Enough, model.Level);
    }

    [Fact]
    public async Task Coming_back_in_view_it_looks_again()
    {
        storage.Room = new(0, 1000 * Megabyte);
        using var model = new RoomModel(storage, preferences, connection);
        await model.LookAsync();
        storage.Room = new(1000 * Megabyte, 1000 * Megabyte);
        connection.Resume();
        Assert.Equal(RoomLevel.None, model.Level);
    }

    [Fact]
    public async Task A_browser_that_does_not_say_is_not_guessed_at()
    {
        using var model = new RoomModel(storage, preferences, connection);
        await model.LookAsync();
        Assert.Equal((null, RoomLevel.Enough), (model.Room, model.Level));
    }

    [Theory]
    [InlineData(1, "1 MB")]
    [InlineData(12_900_000, "12 MB")]
    [InlineData(1_503_238_553, "1,4 GB")]
    public void Sizes_are_said_in_words(long bytes, string words) => Assert.Equal(words, Room.Words(bytes, new Texts(preferences)));
}
