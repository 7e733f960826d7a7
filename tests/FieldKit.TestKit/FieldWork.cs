using FieldKit.Domain.Forms;

namespace FieldKit.TestKit;

/// <summary>What a youth worker does on a device, as steps of a test.</summary>
public static class FieldWork
{
    public static async Task EnrolAsync(this NativeDevice device, ScriptedReportingPoint point) =>
        Assert.True((await device.Enrolment.EnrolAsync(point.NewCode(), NativeDevice.Pin)).IsDone);

    /// <returns>The id of the draft, which the signal keeps.</returns>
    public static async Task<Guid> WriteAndSealAsync(this NativeDevice device, string text = "Ik zag iets.")
    {
        var draft = await device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        draft.Answers["s2_wat"] = new FormAnswer([], text);
        await device.Drafts.SaveAsync(draft);
        await device.Outbox.SealAsync(draft, SmallForm.Definition, SmallForm.Document(draft));
        return draft.Id;
    }

    /// <summary>Writes about a signal, or takes it back, and queues that.</summary>
    public static async Task FollowUpAsync(this NativeDevice device, Guid signal, string text, bool withdraws = false)
    {
        var draft = await device.FollowUps.DraftAsync(signal, withdraws);
        draft.Text = text;
        await device.FollowUps.SaveAsync(draft);
        await device.FollowUps.SendAsync((await device.Signals.ReadAsync(signal))!, draft);
    }
}
