using System.Runtime.Versioning;
using FieldKit.App.Browser;
using FieldKit.Device.Contacts;
using FieldKit.Device.Content;
using FieldKit.Device.Drafts;
using FieldKit.Device.Outbox;
using FieldKit.Device.Retention;
using FieldKit.Device.Store;
using FieldKit.Device.Sync;
using FieldKit.Device.Unsent;
using FieldKit.Device.Vault;
using FieldKit.Presentation;
using FieldKit.Presentation.Contacts;
using FieldKit.Presentation.Content;
using FieldKit.Presentation.Enrolment;
using FieldKit.Presentation.Form;
using FieldKit.Presentation.Flowcharts;
using FieldKit.Presentation.Home;
using FieldKit.Presentation.Keeping;
using FieldKit.Presentation.Releases;
using FieldKit.Presentation.Signals;
using FieldKit.Presentation.Storage;
using FieldKit.Presentation.Sync;
using FieldKit.Presentation.Tabs;
using FieldKit.Presentation.Unlock;
using FieldKit.Presentation.WritingHelp;
using DeviceEnrolment = FieldKit.Device.Enrolment.Enrolment;
using DeviceSignals = FieldKit.Device.Outbox.Signals;

namespace FieldKit.App;

/// <summary>What writing and sending need: the device's store and keys, enrolment, drafts, outbox, sync.</summary>
[SupportedOSPlatform("browser")]
internal static class SignalsRegistration
{
    public static IServiceCollection AddSignals(this IServiceCollection services) => services.AddBrowser().AddDevice().AddModels();

    private static IServiceCollection AddBrowser(this IServiceCollection services) => services
        .AddSingleton(typeof(BrowserDeviceKeys))
        .AddSingleton<IDeviceKeys>(services => services.GetRequiredService<BrowserDeviceKeys>())
        .AddSingleton(typeof(IFingerprint), typeof(BrowserFingerprint))
        .AddSingleton(typeof(IRecordStore), typeof(BrowserRecordStore))
        .AddSingleton(typeof(ISealedStore), typeof(BrowserSealedStore))
        .AddSingleton(typeof(ISyncLock), typeof(WebSyncLock))
        .AddSingleton(typeof(IPassphraseCipher), typeof(BrowserPassphraseCipher))
        .AddSingleton(typeof(IDeviceStorage), typeof(BrowserDeviceStorage))
        .AddSingleton(typeof(IFiles), typeof(BrowserFiles))
        .AddSingleton(typeof(IConnection), typeof(BrowserConnection))
        .AddSingleton(typeof(IActivity), typeof(BrowserActivity))
        .AddSingleton(typeof(ITabs), typeof(BrowserTabs));

    private static IServiceCollection AddDevice(this IServiceCollection services) => services
        .AddSingleton(typeof(IReportingPoint), typeof(HttpReportingPoint))
        .AddSingleton(typeof(DeviceEnrolment))
        .AddSingleton(typeof(DraftBox))
        .AddSingleton(typeof(OwnContacts))
        .AddSingleton(typeof(Outbox))
        .AddSingleton(typeof(DeviceSignals))
        .AddSingleton(typeof(FollowUps))
        .AddSingleton(typeof(TakeBack))
        .AddSingleton(typeof(SignalRemoval))
        .AddSingleton(typeof(PolicyInForce))
        .AddSingleton(typeof(Wipe))
        .AddSingleton(typeof(Sweep))
        .AddSingleton(typeof(FadingDrafts))
        .AddSingleton(typeof(FieldKit.Device.Enrolment.Revocation))
        .AddSingleton(typeof(UnsentExport))
        .AddSingleton(typeof(UnsentImport))
        .AddSingleton(typeof(Courier))
        .AddSingleton(typeof(SyncLog))
        .AddSingleton(typeof(SyncLoop));

    private static IServiceCollection AddModels(this IServiceCollection services) => services
        .AddSingleton(typeof(Moments))
        .AddSingleton(typeof(SyncModel))
        .AddSingleton(typeof(UnreadAnswers))
        .AddSingleton(typeof(WrongPins))
        .AddSingleton(typeof(SecretChoice))
        .AddSingleton(typeof(UnlockModel))
        .AddSingleton(typeof(OwnContactsModel))
        .AddSingleton(typeof(AutoLock))
        .AddSingleton(typeof(FormModel))
        .AddSingleton(WordsOf)
        .AddSingleton(ListsOf)
        .AddSingleton(typeof(WritingHelpSwitch))
        .AddTransient(typeof(LastLook))
        .AddSingleton(typeof(DraftMove))
        .AddSingleton(typeof(FollowUpModel))
        .AddSingleton(typeof(Removals))
        .AddSingleton(typeof(UnfinishedContact))
        .AddSingleton<IOpenText>(services => services.GetRequiredService<FormModel>())
        .AddSingleton<IOpenText>(services => services.GetRequiredService<FollowUpModel>())
        .AddSingleton<IOpenText>(services => services.GetRequiredService<Removals>())
        .AddSingleton<IOpenText>(services => services.GetRequiredService<UnfinishedContact>())
        .AddSingleton<IOpenText>(services => services.GetRequiredService<FlowchartWalk>())
        .AddSingleton(typeof(FadingModel))
        .AddSingleton(typeof(RevokedModel))
        .AddSingleton(typeof(PutBackModel))
        .AddSingleton<IOpenText>(services => services.GetRequiredService<PutBackModel>())
        .AddSingleton(typeof(RoomModel))
        .AddSingleton(typeof(StoredState))
        .AddSingleton(typeof(AskWhenInstalled))
        .AddTransient(typeof(TakeAlongModel))
        .AddTransient(typeof(SyncLogModel))
        .AddSingleton(typeof(NewRelease))
        .AddSingleton(typeof(OtherTabs))
        .AddSingleton(typeof(InstallOffer))
        .AddTransient(typeof(FingerprintModel))
        .AddTransient(typeof(WipeModel))
        .AddSingleton(typeof(DraftStart))
        .AddTransient(typeof(EnrolmentModel))
        .AddTransient(typeof(NewVaultModel))
        .AddTransient(typeof(OwnContactForm))
        .AddTransient(typeof(ReadingBack))
        .AddTransient(typeof(ReviewModel))
        .AddTransient(typeof(SignalListModel))
        .AddTransient(typeof(SignalModel));

    // A timer's turn, in which the browser first handles what was typed meanwhile.
    private static QuestionSource WordsOf(IServiceProvider all) =>
        new(all.GetRequiredService<ContentShelf>(), all.GetRequiredService<Texts>(), () => Task.Delay(1));

    private static BehaviourLists ListsOf(IServiceProvider all) => new(all.GetRequiredService<ContentShelf>(), () => Task.Delay(1));
}
