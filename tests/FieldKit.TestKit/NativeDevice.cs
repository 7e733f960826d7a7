using FieldKit.Device.Content;
using FieldKit.Device.Drafts;
using FieldKit.Device.Enrolment;
using FieldKit.Device.Outbox;
using FieldKit.Device.Retention;
using FieldKit.Device.Sqlite;
using FieldKit.Device.Store;
using FieldKit.Device.Sync;
using FieldKit.Device.Unsent;
using FieldKit.Device.Vault;

namespace FieldKit.TestKit;

/// <summary>A whole device without a screen: SQLite file, real cryptography. Opening the same file again is a restart.</summary>
public sealed class NativeDevice : IDisposable
{
    public const string Pin = "264817";

    private readonly SqliteRecordStore sqlite;

    /// <param name="around">Puts something between the device and its store, such as a fault.</param>
    public NativeDevice(string path, IReportingPoint reportingPoint, TimeProvider time, Func<IRecordStore, IRecordStore>? around = null)
    {
        sqlite = new(path);
        Records = around?.Invoke(sqlite) ?? sqlite;
        // Few rounds: these tests are about the vault, not about the time that guessing takes.
        Keys = new(Records, time, iterations: 1_000);
        Store = new(Records, Keys);
        Enrolment = new(Store, Keys, reportingPoint, time);
        Drafts = new(Store, time);
        Outbox = new(Store, Keys, Enrolment);
        Signals = new(Store, Keys, Enrolment);
        FollowUps = new(Outbox, Enrolment, time);
        TakeBack = new(Outbox, FollowUps, time);
        Removal = new(Store);
        Content = new(Records, reportingPoint, Keys, Enrolment);
        Policy = new(Content, Enrolment);
        Sweep = new(Store, Keys, Policy, time);
        Fading = new(Store, Policy, time);
        Wipe = new(Records, Keys);
        Revocation = new(Enrolment, Policy, Wipe);
        Courier = new(Outbox, reportingPoint);
        SyncLog = new(Store, time);
        Sync = new(Outbox, Enrolment, reportingPoint, time, new OneProcessLock(), Content, Sweep, Revocation, Courier, SyncLog);
        var cipher = new NativePassphraseCipher(iterations: 1_000);
        Export = new(Store, Enrolment, cipher, time);
        Import = new(Outbox, cipher, time);
    }

    public IRecordStore Records { get; }

    public NativeDeviceKeys Keys { get; }

    public SealedRecords Store { get; }

    public Enrolment Enrolment { get; }

    public DraftBox Drafts { get; }

    public Outbox Outbox { get; }

    public Signals Signals { get; }

    public FollowUps FollowUps { get; }

    public TakeBack TakeBack { get; }

    public SignalRemoval Removal { get; }

    public ContentLibrary Content { get; }

    public PolicyInForce Policy { get; }

    public Sweep Sweep { get; }

    public FadingDrafts Fading { get; }

    public Wipe Wipe { get; }

    public Revocation Revocation { get; }

    public SyncLoop Sync { get; }

    public SyncLog SyncLog { get; }

    public Courier Courier { get; }

    public UnsentExport Export { get; }

    public UnsentImport Import { get; }

    public void Dispose()
    {
        Keys.Dispose();
        sqlite.Dispose();
    }
}
