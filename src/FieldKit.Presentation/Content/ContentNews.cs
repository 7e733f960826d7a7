using FieldKit.Device.Content;

namespace FieldKit.Presentation.Content;

/// <summary>How old the content is, whether newer is ready, and what stood in the way of getting it.</summary>
public sealed class ContentNews : Observable, IDisposable
{
    private readonly ContentLibrary library;
    private readonly ContentShelf shelf;
    private readonly TimeProvider time;

    public ContentNews(ContentLibrary library, ContentShelf shelf, TimeProvider time)
    {
        this.library = library;
        this.shelf = shelf;
        this.time = time;
        library.Changed += Tell;
    }

    /// <summary>Null until the content was read, and where there is none.</summary>
    public ContentAge? Age => library.Age;

    /// <summary>Past its last day: still shown, and said.</summary>
    public bool IsOld => Age is { } age && age.ValidUntil < DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    public bool IsNewerWaiting => library.IsNewerWaiting;

    /// <summary>Key of a text; null when nothing is wrong. Having no connection is not wrong: the content is here.</summary>
    public string? Problem => library.LastUpdate switch
    {
        ContentUpdate.Altered => "content.update.altered",
        ContentUpdate.Older => "content.update.older",
        ContentUpdate.Unreadable => "content.update.unreadable",
        ContentUpdate.NotKept => "content.update.not-kept",
        _ => null,
    };

    /// <summary>Shows the newer content now, on a screen that is open too.</summary>
    public async Task ShowNewerAsync()
    {
        library.Switch();
        await shelf.ReadAgainAsync();
    }

    public void Dispose() => library.Changed -= Tell;

    private void Tell() => Changed();
}
