using FieldKit.Device.Content;
using FieldKit.Presentation.Content;

namespace FieldKit.Presentation.Settings;

/// <summary>Looks for newer content now, because somebody asks.</summary>
public sealed class ContentLook(ContentLibrary library, ContentShelf shelf) : Observable
{
    public bool IsBusy { get; private set; }

    /// <summary>Key of a text; null before the first look, and where <see cref="ContentNews"/> says it: newer is ready, or could not be used.</summary>
    public string? Answer { get; private set; }

    public async Task LookAsync()
    {
        if (IsBusy)
        {
            return;
        }

        (IsBusy, Answer) = (true, null);
        Changed();
        try
        {
            var update = await library.UpdateAsync();
            Answer = update switch
            {
                ContentUpdate.AlreadyCurrent or ContentUpdate.Updated => "settings.content.current",
                ContentUpdate.Unreachable => "settings.content.unreachable",
                _ => null,
            };
            if (update == ContentUpdate.Updated)
            {
                await shelf.OpenAsync();
            }
        }
        finally
        {
            IsBusy = false;
            Changed();
        }
    }
}
