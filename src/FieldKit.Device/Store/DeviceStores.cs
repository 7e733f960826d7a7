using FieldKit.Domain.Municipalities;

namespace FieldKit.Device.Store;

/// <summary>A store of the device and what lies in it.</summary>
/// <param name="Belongs">What of the owner's it holds, and goes with; null for what has to stay so that sealed signals are delivered, and for what is nobody's.</param>
public sealed record DeviceStore(string Name, DeviceBelonging? Belongs);

/// <summary>
/// Every store that a device has, in one place: what wiping and a revocation clear is read from here. A record cannot be kept in
/// a store that is not named here (<see cref="RecordKey"/>), so that nothing is ever forgotten when it has to go.
/// </summary>
public static class DeviceStores
{
    public const string Drafts = "drafts";

    /// <summary>What is being written about a sent signal.</summary>
    public const string Notes = "notes";
    public const string Signals = "signals";
    public const string FollowUps = "followups";
    public const string Answers = "answers";

    /// <summary>Answers as they arrived, still sealed.</summary>
    public const string Inbound = "inbound";

    /// <summary>What is left of a signal whose text went after its days: nothing that anybody wrote.</summary>
    public const string Faded = "faded";

    /// <summary>Since when things lie here, so that they go in time.</summary>
    public const string Keeping = "keeping";
    public const string OwnContacts = "own-contacts";
    public const string UnfinishedContacts = "own-contacts-unfinished";

    /// <summary>Marks of what waits; the sealed bytes are in <see cref="Envelopes"/>.</summary>
    public const string Outbox = "outbox";
    public const string Envelopes = "envelopes";
    public const string Receipts = "receipts";
    public const string Enrolment = "enrolment";
    public const string Sync = "sync";

    /// <summary>What became of the last runs, for who helps. Nobody's: sending goes on after everything was erased, and so does this.</summary>
    public const string SyncLog = "sync-log";

    /// <summary>What another device sealed and this one hands in for it; like the outbox, it is delivered whatever happens here.</summary>
    public const string Carried = "carried";

    /// <summary>Of those, what the reporting point did not accept.</summary>
    public const string CarriedRefused = "carried-refused";

    /// <summary>That something was ever stored here, and nothing else.</summary>
    public const string Marks = "marks";

    /// <summary>Public questions of forms that drafts and signals were written on.</summary>
    public const string Forms = "forms";
    public const string Content = "content";
    public const string ContentParts = "content-parts";

    /// <summary>Keys of a native device; a browser has a place of its own for them. Wiped by themselves.</summary>
    public const string Keys = "keys";

    public static IReadOnlyList<DeviceStore> All { get; } =
    [
        new(Drafts, DeviceBelonging.Drafts),
        new(Notes, DeviceBelonging.Drafts),
        new(Signals, DeviceBelonging.Readable),
        new(FollowUps, DeviceBelonging.Readable),
        new(Answers, DeviceBelonging.Readable),
        new(Inbound, DeviceBelonging.Readable),
        new(Faded, DeviceBelonging.Readable),
        new(Keeping, DeviceBelonging.Readable),
        new(OwnContacts, DeviceBelonging.OwnContacts),
        new(UnfinishedContacts, DeviceBelonging.OwnContacts),
        new(Outbox, null),
        new(Envelopes, null),
        new(Receipts, null),
        new(Enrolment, null),
        new(Sync, null),
        new(SyncLog, null),
        new(Carried, null),
        new(CarriedRefused, null),
        new(Marks, null),
        new(Forms, null),
        new(Content, null),
        new(ContentParts, null),
        new(Keys, null),
    ];

    private static readonly HashSet<string> Known = [.. All.Select(store => store.Name)];

    internal static string Checked(string store) =>
        Known.Contains(store) ? store : throw new ArgumentException($"No store '{store}' is named in {nameof(DeviceStores)}: say there whose it is, so that wiping knows.", nameof(store));
}
