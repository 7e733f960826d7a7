using FieldKit.Device.Content;
using FieldKit.Device.Drafts;
using FieldKit.Presentation.Flowcharts;
using DeviceEnrolment = FieldKit.Device.Enrolment.Enrolment;

namespace FieldKit.Presentation.Form;

/// <summary>Starts a draft of the signal form: for the municipality that this device is linked with, or for whichever it is linked with later.</summary>
public sealed class DraftStart(DraftBox drafts, ContentLibrary content, DeviceEnrolment enrolment)
{
    public const string Form = "signaal";

    /// <param name="path">Taken only once there is a draft to hold it.</param>
    /// <returns>The draft's id; null when the form is not on this device.</returns>
    public async Task<Guid?> StartAsync(string language, PathHandover path)
    {
        var form = (await content.CurrentAsync())?.Forms.FirstOrDefault(candidate => candidate.Id == Form);
        return form is null
            ? null
            : (await drafts.NewAsync(form, (await enrolment.CurrentAsync())?.Municipality ?? Draft.AnyMunicipality, language, path.Take())).Id;
    }
}
