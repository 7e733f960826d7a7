using FieldKit.Device.Drafts;
using FieldKit.Domain.Forms;
using FieldKit.Domain.Languages;
using FieldKit.Domain.Signals;

namespace FieldKit.TestKit;

/// <summary>The smallest form that a signal can be written on.</summary>
public static class SmallForm
{
    public static FormDefinition Definition { get; } = new(
        "signaal", 1, new LocalText("Signaal"),
        [
            new("s2", new LocalText("Wat zag je?"), null, null, null,
                [new("s2_wat", FieldKind.LongText, new LocalText("Wat zag je?"), null, [], FormCondition.Always, null, false, 4000, "", true)]),
        ]);

    /// <summary>The document of a draft as the form engine would make it.</summary>
    public static SignalDocument Document(Draft draft) => new(
        draft.Id, draft.Form, draft.FormVersion, "advies", draft.Municipality, draft.Language, draft.ChangedAt,
        new Dictionary<string, FormAnswer>(draft.Answers), draft.Path);
}
