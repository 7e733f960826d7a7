using System.ComponentModel;
using FieldKit.Presentation;
using Microsoft.AspNetCore.Components;

namespace FieldKit.App.Screens;

/// <summary>A component with words in it: draws itself again when the language, or a model it watches, changes.</summary>
public abstract class TextScreen : ComponentBase, IDisposable
{
    private readonly List<INotifyPropertyChanged> watched = [];

    [Inject] protected Texts T { get; set; } = default!;

    public void Dispose()
    {
        watched.ForEach(model => model.PropertyChanged -= Draw);
        watched.Clear();
        Leave();
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized() => Watch(T);

    protected void Watch(INotifyPropertyChanged model)
    {
        model.PropertyChanged += Draw;
        watched.Add(model);
    }

    /// <summary>Called once when the screen goes away.</summary>
    protected virtual void Leave()
    {
    }

    private void Draw(object? sender, PropertyChangedEventArgs change) => _ = InvokeAsync(StateHasChanged);
}
