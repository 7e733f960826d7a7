using FieldKit.Device.Content;
using FieldKit.Device.Drafts;
using FieldKit.Domain.Forms;
using FieldKit.Domain.Signals;
using FieldKit.Presentation.Flowcharts;
using FieldKit.Presentation.Settings;
using DeviceEnrolment = FieldKit.Device.Enrolment.Enrolment;

namespace FieldKit.Presentation.Form;

/// <summary>
/// Starts a draft of the signal form: for the municipality that this device is linked with, or for whichever it is linked with later.
/// What the writer told about themselves once is filled in, to be seen and changed.
/// </summary>
public sealed class DraftStart(DraftBox drafts, ContentLibrary content, DeviceEnrolment enrolment, OwnPlace place)
{
    /// <param name="path">Taken only once there is a draft to hold it.</param>
    /// <returns>The draft's id; null when the form is not on this device.</returns>
    public async Task<Guid?> StartAsync(string language, PathHandover path)
    {
        var form = (await content.CurrentAsync())?.Forms.FirstOrDefault(candidate => candidate.Id == SignalForm.Id);
        return form is null
            ? null
            : (await drafts.NewAsync(form, (await enrolment.CurrentAsync())?.Municipality ?? Draft.AnyMunicipality, language, path.Take(), Known(form))).Id;
    }

    private Dictionary<string, FormAnswer> Known(FormDefinition form) =>
        new[] { (Field: SignalForm.Role, Value: place.Role), (Field: SignalForm.City, Value: place.City) }
            .Where(known => form.Sections.SelectMany(section => section.Fields).Any(field =>
                field.Id == known.Field && field.Options.Any(option => option.Value == known.Value)))
            .ToDictionary(known => new AnswerKey(known.Field, 0).ToString(), known => new FormAnswer([known.Value!], ""));
}
