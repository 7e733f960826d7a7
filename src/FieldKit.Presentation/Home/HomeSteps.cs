using FieldKit.Domain;
using FieldKit.Domain.Starts;
using FieldKit.Presentation.Content;
using FieldKit.Presentation.Settings;

namespace FieldKit.Presentation.Home;

/// <summary>The next steps that the start screen offers: at once as they were last made, and made anew when the content is open.</summary>
public sealed class HomeSteps(IPreferences preferences, OwnPlace place, Texts texts, ContentShelf shelf) : Observable
{
    /// <summary>Empty while there are none for this role: the start screen then shows what suits everybody.</summary>
    public IReadOnlyList<HomeCard> Cards => HomeCards.Read(preferences, place, texts.Language);

    /// <summary>Opens the content: call it when the first screen stands.</summary>
    public async Task RenewAsync()
    {
        if (place.Role is not { } role || await shelf.OpenAsync() is not { } bundle)
        {
            return;
        }

        var before = Cards;
        IReadOnlyList<HomeCard> made = [.. Of(bundle, role).Select(Card)];
        HomeCards.Keep(preferences, place, texts.Language, made);
        if (!made.SequenceEqual(before))
        {
            Changed();
        }
    }

    private IEnumerable<StartStep> Of(ContentBundle bundle, string role) =>
        bundle.Starts.FirstOrDefault(start => start.Roles.Contains(role))?.In(place.Municipality) ?? [];

    private HomeCard Card(StartStep step) => new(AddressOf(step), texts[step.Title], texts[step.Text]);

    private static string AddressOf(StartStep step) => step switch
    {
        { Flowchart: { } chart } => $"/route/{chart}",
        { Guide: { } guide } => $"/gesprek/{guide}",
        { Contact: { } contact } => $"/bellen/{contact}",
        _ => "/route",
    };
}
