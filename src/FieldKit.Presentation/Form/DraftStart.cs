using FieldKit.Device.Content;
using FieldKit.Device.Drafts;
using FieldKit.Domain.Signals;
using DeviceEnrolment = FieldKit.Device.Enrolment.Enrolment;

namespace FieldKit.Presentation.Form;

/// <summary>Starts a draft of the signal form for the municipality that this device is linked with.</summary>
public sealed class DraftStart(DraftBox drafts, ContentLibrary content, DeviceEnrolment enrolment)
{
    public const string Form = "signaal";

    /// <param name="path">Steps taken in a flowchart, oldest first; may be empty.</param>
    /// <returns>The draft's id; null when the form is not on this device or the device is not linked.</returns>
    public async Task<Guid?> StartAsync(string language, IReadOnlyList<PathStep> path)
    {
        var form = (await content.CurrentAsync())?.Forms.FirstOrDefault(candidate => candidate.Id == Form);
        return form is not null && await enrolment.CurrentAsync() is { } enrolled
            ? (await drafts.NewAsync(form, enrolled.Municipality, language, path)).Id
            : null;
    }
}
