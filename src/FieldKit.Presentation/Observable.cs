using System.ComponentModel;

namespace FieldKit.Presentation;

/// <summary>A model that a screen watches; any framework that knows INotifyPropertyChanged can show it.</summary>
public abstract class Observable : INotifyPropertyChanged
{
    public event PropertyChangedEventHandler? PropertyChanged;

    /// <param name="property">Null: everything may have changed.</param>
    protected void Changed(string? property = null) => PropertyChanged?.Invoke(this, new(property));
}
