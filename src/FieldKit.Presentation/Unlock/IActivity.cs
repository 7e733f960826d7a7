namespace FieldKit.Presentation.Unlock;

/// <summary>Somebody is using the device.</summary>
public interface IActivity
{
    /// <summary>A touch or a key; may come often.</summary>
    event Action? Touched;
}
