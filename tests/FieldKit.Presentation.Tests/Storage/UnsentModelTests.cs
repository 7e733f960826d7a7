using FieldKit.Presentation.Storage;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Storage;

/// <summary>The two halves of moving: making a file, and taking one in.</summary>
public sealed class UnsentModelTests : IDisposable
{
    private const string Passphrase = "vier losse woorden samen";

    private readonly LinkableDevice device = new();
    private readonly Folder files = new();

    [Theory]
    [InlineData("kort", "kort", "unsent.passphrase.short")]
    [InlineData("1234567890123456", "1234567890123456", "unsent.passphrase.short")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaa", "unsent.passphrase.short")]
    [InlineData(Passphrase, "vier losse woorden", "unsent.passphrase.differs")]
    [InlineData(Passphrase, Passphrase, null)]
    public void A_passphrase_that_is_easy_to_guess_is_not_taken(string passphrase, string repeated, string? complaint) =>
        Assert.Equal(complaint, FilePassphrase.Complaint(passphrase, repeated));

    [Fact]
    public async Task A_file_is_made_and_taken_in_and_both_say_what_was_in_it()
    {
        var take = new TakeAlongModel(device.Device.Export, files, TimeProvider.System);
        await WriteAsync();
        await take.CountAsync();
        Assert.Equal((1, 1, 0), (take.Count!.Drafts, take.Count.Sealed, take.Count.Broken));

        Assert.True(await take.SubmitAsync(Passphrase, Passphrase));
        Assert.EndsWith(".fieldkit", take.File, StringComparison.Ordinal);

        var back = Back();
        await back.PickAsync();
        Assert.False(await back.SubmitAsync("een heel andere wachtzin"));
        Assert.Equal("unsent.problem.Passphrase", back.Complaint);
        Assert.NotNull(back.File);
        Assert.True(await back.SubmitAsync(Passphrase));
        Assert.Equal((0, 2), (back.Outcome!.Drafts + back.Outcome.Sealed, back.Outcome.Known));
        Assert.Null(back.File);
    }

    [Fact]
    public async Task Another_file_is_told_before_a_passphrase_is_asked_for()
    {
        files.Kept = "Een brief."u8.ToArray();
        var back = Back();
        await back.PickAsync();
        Assert.Equal((null, "unsent.problem.Other"), (back.File, back.Complaint));
    }

    [Fact]
    public async Task Locking_forgets_what_the_file_brought()
    {
        var take = new TakeAlongModel(device.Device.Export, files, TimeProvider.System);
        await WriteAsync();
        await take.SubmitAsync(Passphrase, Passphrase);
        var back = Back();
        await back.PickAsync();
        await back.SubmitAsync(Passphrase);

        await back.PutAwayAsync();

        Assert.Null(back.Outcome);
    }

    [Fact]
    public async Task With_the_vault_shut_nothing_is_taken_in_and_it_is_said()
    {
        var take = new TakeAlongModel(device.Device.Export, files, TimeProvider.System);
        await WriteAsync();
        await take.SubmitAsync(Passphrase, Passphrase);
        var back = Back();
        await back.PickAsync();
        device.Device.Keys.Lock();

        Assert.False(await back.SubmitAsync(Passphrase));

        Assert.Equal("unsent.back.locked", back.Complaint);
    }

    public void Dispose() => device.Dispose();

    private PutBackModel Back() => new(device.Device.Import, device.Device.Courier, files);

    private async Task WriteAsync()
    {
        await device.Device.EnrolAsync(device.Point);
        await device.Device.WriteAndSealAsync();
        await device.Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
    }

    private sealed class Folder : IFiles
    {
        public byte[] Kept { get; set; } = [];

        public Task SaveAsync(string name, byte[] bytes)
        {
            Kept = bytes;
            return Task.CompletedTask;
        }

        public Task<PickedFile?> PickAsync(int mostBytes) => Task.FromResult<PickedFile?>(new("bestand", Kept));
    }
}
