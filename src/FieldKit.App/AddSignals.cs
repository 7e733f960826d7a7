using System.Runtime.Versioning;
using FieldKit.App.Browser;
using FieldKit.Device.Contacts;
using FieldKit.Device.Drafts;
using FieldKit.Device.Outbox;
using FieldKit.Device.Store;
using FieldKit.Device.Sync;
using FieldKit.Device.Vault;
using FieldKit.Presentation;
using FieldKit.Presentation.Contacts;
using FieldKit.Presentation.Enrolment;
using FieldKit.Presentation.Form;
using FieldKit.Presentation.Home;
using FieldKit.Presentation.Releases;
using FieldKit.Presentation.Signals;
using FieldKit.Presentation.Sync;
using FieldKit.Presentation.Tabs;
using FieldKit.Presentation.Unlock;
using DeviceEnrolment = FieldKit.Device.Enrolment.Enrolment;
using DeviceSignals = FieldKit.Device.Outbox.Signals;

namespace FieldKit.App;

/// <summary>What writing and sending need: the device's store and keys, enrolment, drafts, outbox, sync.</summary>
[SupportedOSPlatform("browser")]
internal static class SignalsRegistration
{
    public static IServiceCollection AddSignals(this IServiceCollection services) => services.AddBrowser().AddDevice().AddModels();

    private static IServiceCollection AddBrowser(this IServiceCollection services) => services
        .AddSingleton<IDeviceKeys, BrowserDeviceKeys>()
        .AddSingleton<IRecordStore, BrowserRecordStore>()
        .AddSingleton<ISealedStore, BrowserSealedStore>()
        .AddSingleton<ISyncLock, WebSyncLock>()
        .AddSingleton<IConnection, BrowserConnection>()
        .AddSingleton<IActivity, BrowserActivity>()
        .AddSingleton<ITabs, BrowserTabs>();

    private static IServiceCollection AddDevice(this IServiceCollection services) => services
        .AddSingleton<IReportingPoint, HttpReportingPoint>()
        .AddSingleton<DeviceEnrolment>()
        .AddSingleton<DraftBox>()
        .AddSingleton<OwnContacts>()
        .AddSingleton<Outbox>()
        .AddSingleton<DeviceSignals>()
        .AddSingleton<FollowUps>()
        .AddSingleton<TakeBack>()
        .AddSingleton<SignalRemoval>()
        .AddSingleton<Wipe>()
        .AddSingleton<SyncLoop>();

    private static IServiceCollection AddModels(this IServiceCollection services) => services
        .AddSingleton<Moments>()
        .AddSingleton<SyncModel>()
        .AddSingleton<UnreadAnswers>()
        .AddSingleton<UnlockModel>()
        .AddSingleton<OwnContactsModel>()
        .AddSingleton<AutoLock>()
        .AddSingleton<FormModel>()
        .AddSingleton<FollowUpModel>()
        .AddSingleton<Removals>()
        .AddSingleton<UnfinishedContact>()
        .AddSingleton<IOpenText>(services => services.GetRequiredService<FormModel>())
        .AddSingleton<IOpenText>(services => services.GetRequiredService<FollowUpModel>())
        .AddSingleton<IOpenText>(services => services.GetRequiredService<Removals>())
        .AddSingleton<IOpenText>(services => services.GetRequiredService<UnfinishedContact>())
        .AddSingleton<NewRelease>()
        .AddSingleton<OtherTabs>()
        .AddSingleton<InstallOffer>()
        .AddTransient<WipeModel>()
        .AddSingleton<DraftStart>()
        .AddTransient<EnrolmentModel>()
        .AddTransient<NewVaultModel>()
        .AddTransient<OwnContactForm>()
        .AddTransient<ReviewModel>()
        .AddTransient<SignalListModel>()
        .AddTransient<SignalModel>();
}
