using FieldKit.Domain;

namespace FieldKit.Presentation.Content;

/// <summary>The content on this device, read when a screen first asks for it and then kept in memory.</summary>
/// <param name="read">Reads what is kept on the device; null when it has none.</param>
/// <param name="update">Fetches what is newer; true when it is in use at once, as on a device that had none. Never throws for a missing connection.</param>
public sealed class ContentShelf(Func<ValueTask<ContentBundle?>> read, Func<ValueTask<bool>> update) : Observable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private ContentBundle? bundle;
    private bool asked;
    private Task<bool>? updating;

    /// <summary>What was read last, without waiting; null before the first <see cref="OpenAsync"/> or where the device has none.</summary>
    public ContentBundle? Current => bundle;

    /// <summary>Kept content; on a device that has none yet, what the reporting point gives now. Null: none yet, and no connection.</summary>
    public async ValueTask<ContentBundle?> OpenAsync()
    {
        if (bundle is not null)
        {
            return bundle;
        }

        await one.WaitAsync();
        try
        {
            bundle ??= await read();
            if (bundle is null)
            {
                // Whatever it says: another tab may have been first to keep it.
                await UpdateOnceAsync();
                bundle = await read();
            }

            return bundle;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Looks for newer content, once for each start of the app; a screen that is open is drawn again with it.</summary>
    public async Task RefreshAsync()
    {
        if (asked)
        {
            return;
        }

        asked = true;
        if (await UpdateOnceAsync() && bundle is not null)
        {
            bundle = await read();
            Changed();
        }
    }

    /// <summary>After a switch: what is open is drawn again.</summary>
    public async Task ReadAgainAsync()
    {
        if (bundle is not null)
        {
            bundle = await read();
            Changed();
        }
    }

    // A first screen and the start of syncing ask at the same moment: one fetch serves both.
    private async Task<bool> UpdateOnceAsync()
    {
        var mine = updating ??= update().AsTask();
        try
        {
            return await mine;
        }
        finally
        {
            if (updating == mine)
            {
                updating = null;
            }
        }
    }
}
