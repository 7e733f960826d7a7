using System.ComponentModel;
using FieldKit.Presentation;
using Microsoft.AspNetCore.Components;

namespace FieldKit.App.Screens;

/// <summary>A component with words in it: draws itself again when the language, or a model it watches, changes.</summary>
public abstract class TextScreen : ComponentBase, IDisposable
{
    private readonly List<(INotifyPropertyChanged Model, PropertyChangedEventHandler Handler)> watched = [];

    [Inject] protected Texts T { get; set; } = default!;

    public void Dispose()
    {
        watched.ForEach(pair => pair.Model.PropertyChanged -= pair.Handler);
        watched.Clear();
        Leave();
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized() => Watch(T);

    /// <param name="changed">What to do instead of drawing.</param>
    protected void Watch(INotifyPropertyChanged model, Action? changed = null)
    {
        PropertyChangedEventHandler handler = (_, _) => _ = InvokeAsync(changed ?? StateHasChanged);
        model.PropertyChanged += handler;
        watched.Add((model, handler));
    }

    /// <summary>Called once when the screen goes away.</summary>
    protected virtual void Leave()
    {
    }
}
