using FieldKit.Desk.Administration;
using FieldKit.Desk.Assignment;
using FieldKit.Desk.Browser;
using FieldKit.Desk.Export;
using FieldKit.Desk.Inbox;
using FieldKit.Desk.Keys;
using FieldKit.Desk.Log;
using FieldKit.Desk.Meetings;
using FieldKit.Desk.Passkeys;
using FieldKit.Desk.Providers;
using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Desk.Signals;
using FieldKit.Desk.State;
using FieldKit.Desk.Texts;
using FieldKit.Desk.Weighing;

namespace FieldKit.Desk;

internal static class AddDeskFeatures
{
    public static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddSingleton<DeskTexts>()
        .AddSingleton<DeskClient>()
        .AddSingleton<ContentSource>()
        .AddSingleton<IDeskKeys, BrowserDeskKeys>()
        .AddSingleton<IdleLock>()
        .AddSingleton<DeskAccess>()
        .AddSingleton<BeginDesk>()
        .AddSingleton<IPasskeys, BrowserPasskeys>()
        .AddSingleton<PasskeyBook>()
        .AddSingleton<ProviderBook>()
        .AddSingleton<ProviderOutcome>()
        .AddSingleton<IQrCodes, BrowserQrCodes>()
        .AddSingleton<InvitationBook>()
        .AddSingleton<DeviceBook>()
        .AddSingleton<StaffBook>()
        .AddSingleton<KeyBook>()
        .AddSingleton<InboxLine>()
        .AddSingleton<InboxWatch>()
        .AddSingleton<AssignmentDesk>()
        .AddSingleton<SignalOpening>()
        .AddSingleton<AnswerSealing>()
        .AddSingleton<AnswerDrafts>()
        .AddSingleton<ReasonSealing>()
        .AddSingleton<ReasonDrafts>()
        .AddSingleton<SignalDesk>()
        .AddSingleton<SignalExporter>()
        .AddSingleton<WeighingDesk>()
        .AddSingleton<EntrySealing>()
        .AddSingleton<EntryDrafts>()
        .AddSingleton<MeetingDesk>()
        .AddSingleton<LogBook>()
        .AddSingleton<StateBook>()
        .AddSingleton<ContentBook>();
}
