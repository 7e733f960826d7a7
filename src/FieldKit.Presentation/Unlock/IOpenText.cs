namespace FieldKit.Presentation.Unlock;

/// <summary>A model that outlives its screen and holds readable text while the vault is open.</summary>
public interface IOpenText
{
    /// <summary>Keeps what was typed and forgets it. What could not be kept stays in memory until the vault is open again.</summary>
    Task PutAwayAsync();

    /// <summary>Keeps what was typed. False: something would be lost if the app began again now.</summary>
    Task<bool> SettleAsync();

    /// <summary>Forgets it, kept or not.</summary>
    void Forget();
}
