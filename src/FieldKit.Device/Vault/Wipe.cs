using FieldKit.Device.Store;

namespace FieldKit.Device.Vault;

/// <summary>
/// "Wissen": keys first, so that what remains for a moment is unreadable already; then drafts, readable copies, answers and own contacts.
/// The sealed outbox and the enrolment stay, and the outbox is still delivered. Needs no PIN.
/// </summary>
public sealed class Wipe(IRecordStore records, IDeviceKeys keys)
{
    private static readonly string[] Readable =
        ["drafts", "notes", "signals", "followups", "answers", "inbound", Contacts.OwnContacts.StoreName, Contacts.OwnContacts.UnfinishedStoreName];

    public async ValueTask RunAsync()
    {
        await keys.WipeAsync();
        foreach (var name in Readable)
        {
            var stored = await records.ListAsync(name);
            if (stored.Count > 0)
            {
                await records.CommitAsync([.. stored.Select(record => new RecordChange(record.Key, record.Version, null))]);
            }
        }
    }
}
