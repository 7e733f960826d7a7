using FieldKit.Domain;
using FieldKit.Domain.Forms;
using FieldKit.Domain.Languages;
using FieldKit.Domain.Municipalities;
using FieldKit.TestKit;

namespace FieldKit.ReportingPoint.Tests.Personas;

/// <summary>Two municipalities with short chains, and one form.</summary>
internal static class SmallContent
{
    public static ContentBundle Bundle(DateOnly builtOn) => new(
        builtOn, [], [], [], [SmallForm.Definition],
        [
            Municipality(
                "utrecht", Stage("ontvangen", "eerste-blik"), Stage("eerste-blik", "advies", "afgerond", "weegploeg"),
                Stage("weegploeg", "advies", "casusoverleg", "afgerond") with { TwoPeople = ["advies", "casusoverleg"], Meeting = true }, Stage("casusoverleg", "afgerond") with { Meeting = true }, Stage("advies", "afgerond"), Stage("afgerond") with { KeepDays = 28 }),
            Municipality("arnhem", Stage("binnen", "klaar"), Stage("klaar")),
        ]);

    public static ContentBundle WithFormVersion(DateOnly builtOn, int version) =>
        Bundle(builtOn) with { Forms = [new FormDefinition("signaal", version, new LocalText("Signaal"), [])] };

    private static Municipality Municipality(string id, params Stage[] stages) =>
        new(id, new LocalText(id), new LocalText("meldpunt " + id), stages, []);

    private static Stage Stage(string id, params string[] next) => new(id, new LocalText(id), new LocalText(id), next);
}
