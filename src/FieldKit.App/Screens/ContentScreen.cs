using System.ComponentModel;
using FieldKit.Domain;
using FieldKit.Presentation.Content;
using Microsoft.AspNetCore.Components;

namespace FieldKit.App.Screens;

/// <summary>A page on content, which it opens only when it is shown: the start screen never waits for it.</summary>
public abstract class ContentScreen : TextScreen
{
    protected ContentBundle? Bundle { get; private set; }

    /// <summary>Until the first answer, whether there is content or not.</summary>
    protected bool Opening { get; private set; } = true;

    [Inject] private ContentShelf Shelf { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Shelf.PropertyChanged += TakeNewer;
        await OpenAsync();
    }

    protected override void OnParametersSet() => Arrange();

    protected async Task OpenAsync()
    {
        Opening = true;
        Bundle = Shelf.Current ?? await Shelf.OpenAsync();
        Opening = false;
        Arrange();
    }

    /// <summary>Makes what the page shows; called whenever content and parameters are both there, or changed.</summary>
    protected abstract void Show(ContentBundle bundle);

    protected override void Leave() => Shelf.PropertyChanged -= TakeNewer;

    private void Arrange()
    {
        if (Bundle is { } bundle)
        {
            Show(bundle);
        }
    }

    private void TakeNewer(object? sender, PropertyChangedEventArgs change) => _ = InvokeAsync(() =>
    {
        Bundle = Shelf.Current;
        Arrange();
        StateHasChanged();
    });
}
