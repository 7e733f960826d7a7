using FieldKit.Device.Content;
using FieldKit.Device.Drafts;
using FieldKit.Presentation.Flowcharts;
using DeviceEnrolment = FieldKit.Device.Enrolment.Enrolment;

namespace FieldKit.Presentation.Form;

/// <summary>Starts a draft of the signal form for the municipality that this device is linked with.</summary>
public sealed class DraftStart(DraftBox drafts, ContentLibrary content, DeviceEnrolment enrolment)
{
    public const string Form = "signaal";

    /// <param name="path">Taken only once there is a draft to hold it.</param>
    /// <returns>The draft's id; null when the form is not on this device or the device is not linked.</returns>
    public async Task<Guid?> StartAsync(string language, PathHandover path)
    {
        var form = (await content.CurrentAsync())?.Forms.FirstOrDefault(candidate => candidate.Id == Form);
        return form is not null && await enrolment.CurrentAsync() is { } enrolled
            ? (await drafts.NewAsync(form, enrolled.Municipality, language, path.Take())).Id
            : null;
    }
}
