using FieldKit.Domain.Forms;
using FieldKit.Presentation.Content;

namespace FieldKit.Presentation.Form;

/// <summary>
/// A draft keeps the version of the form that it began with. When this device has a newer one, its writer may go on in that, after
/// seeing what comes along and what has no place there.
/// </summary>
public sealed class DraftMove(FormModel form, ContentShelf content) : Observable
{
    private FormDefinition? newest;
    private Guid stays;

    /// <summary>What moving would do; null when there is nothing newer, or the writer stays with this one.</summary>
    public FormMove? Offer =>
        form is { State: { } state, Draft: { } draft } && newest?.Id == draft.Form && newest.Version > draft.FormVersion && stays != draft.Id
            ? FormMove.Of(state, newest)
            : null;

    /// <summary>It could not be moved just now; what was written is safe.</summary>
    public bool HasFailed { get; private set; }

    public async Task LookAsync()
    {
        newest = (await content.OpenAsync())?.Forms.Where(candidate => candidate.Id == form.Draft?.Form).MaxBy(candidate => candidate.Version);
        HasFailed = false;
        Changed();
    }

    /// <summary>Not now: asked again when the draft is opened another time.</summary>
    public void Stay()
    {
        stays = form.Draft!.Id;
        Changed();
    }

    public async Task MoveAsync()
    {
        HasFailed = newest is null || !await form.MoveAsync(newest);
        Changed();
    }
}
