namespace FieldKit.Protocol;

/// <summary>What the audit log tells of. Written for good: a name is never given another meaning.</summary>
public static class AuditActions
{
    /// <summary>At the first start, and after a restore. The subject is the instance.</summary>
    public const string InstanceBegan = "instance-began";

    /// <summary>The subject is the municipality.</summary>
    public const string MunicipalitySetUp = "municipality-set-up";

    /// <summary>The subject is municipality and number.</summary>
    public const string EpochAdded = "epoch-added";

    /// <summary>The key that signals are sealed to was turned over. The subject is municipality and number.</summary>
    public const string EpochTurnedOver = "epoch-turned-over";

    /// <summary>The subject is the municipality.</summary>
    public const string RecoveryKeyAdded = "recovery-key-added";

    /// <summary>The subject is the staff member's id.</summary>
    public const string StaffAdded = "staff-added";

    /// <summary>Of a member who is new or begins again. The subject is the member's id and the beginning of the code's hash.</summary>
    public const string StartIssued = "start-issued";

    /// <summary>Before anybody used it. The subject is the member's id and the code.</summary>
    public const string StartWithdrawn = "start-withdrawn";

    /// <summary>With another password and another key; the former key's wraps, all passkeys and the linked account are gone. The subject is the staff member's id.</summary>
    public const string StaffBeganAgain = "staff-began-again";

    /// <summary>The epoch keys were wrapped for a member. The subject is that member's id and the numbers of the epochs.</summary>
    public const string AccessGiven = "access-given";

    /// <summary>With sessions, passkeys, the linked account and wrapped keys. The subject is the staff member's id.</summary>
    public const string StaffRemoved = "staff-removed";

    /// <summary>An administrator took the epoch keys that are wrapped for the recovery key. The subject is the municipality.</summary>
    public const string RecoveryKeyringTaken = "recovery-keyring-taken";

    /// <summary>The subject is the code of the refusal.</summary>
    public const string KeyActionRefused = "key-action-refused";

    /// <summary>The subject is municipality and code; of a code always the beginning of its hash, which tells nobody what it is.</summary>
    public const string CodeIssued = "code-issued";

    /// <summary>Before anybody used it. The subject is municipality and code.</summary>
    public const string CodeWithdrawn = "code-withdrawn";

    /// <summary>The subject is the device's id and the code.</summary>
    public const string DeviceEnrolled = "device-enrolled";

    /// <summary>A restored reporting point did not know it, and it showed that it was enrolled. The subject is the device's id.</summary>
    public const string DeviceReadmitted = "device-readmitted";
    public const string SignedIn = "signed-in";

    /// <summary>The subject is the passkey's id, as of the two that follow.</summary>
    public const string SignedInWithPasskey = "signed-in-with-passkey";
    public const string PasskeyAdded = "passkey-added";
    public const string PasskeyRemoved = "passkey-removed";

    public const string SignedInWithProvider = "signed-in-with-provider";

    /// <summary>An account at the municipality's identity provider. The subject is the member's id, as of the one that follows.</summary>
    public const string ProviderLinked = "provider-linked";
    public const string ProviderUnlinked = "provider-unlinked";

    /// <summary>Signing in, or linking, with the provider. The subject is municipality and code of the refusal; when it is that no group gives a role, all sessions of the member ended.</summary>
    public const string ProviderRefused = "provider-refused";

    /// <summary>Set when signing in with the provider. The subject is the member's id and the roles from then on.</summary>
    public const string RolesFromGroups = "roles-from-groups";

    /// <summary>Also for a name that nobody has, then without actor. The name itself is not logged: people type passwords there. Nor of whom a passkey would be.</summary>
    public const string SignInRefused = "sign-in-refused";

    public const string SignedOutEverywhere = "signed-out-everywhere";

    /// <summary>An administrator ended all sessions of a member. The subject is that member's id.</summary>
    public const string StaffSignedOut = "staff-signed-out";

    /// <summary>Somebody took a signal out to read it, each time. The subject is the signal's id.</summary>
    public const string SignalOpened = "signal-opened";

    /// <summary>The subject is the signal's id and the reason, one of <see cref="NameReasons"/>.</summary>
    public const string NamePageOpened = "name-page-opened";

    /// <summary>A readable copy left the desk. The subject is the signal's id, one of <see cref="ExportKinds"/>, and whether with names.</summary>
    public const string SignalExported = "signal-exported";

    /// <summary>The subject is the id of the signal that it is about.</summary>
    public const string AnswerSent = "answer-sent";

    /// <summary>The subject is the signal's id and its new stage.</summary>
    public const string StageMoved = "stage-moved";

    /// <summary>Somebody took it on. The subject is the signal's id, and the id of who had it in hand, if anybody.</summary>
    public const string SignalTaken = "signal-taken";

    /// <summary>Who had it in hand no longer has. The subject is the signal's id.</summary>
    public const string SignalLetGo = "signal-let-go";

    /// <summary>A person put two signals beside each other, or took them apart. The subject is the ids of the two.</summary>
    public const string SignalsLinked = "signals-linked";
    public const string SignalsUnlinked = "signals-unlinked";

    /// <summary>Something was written down in a meeting. The subject is the signal's id and one of <see cref="FieldKit.Protocol.EntryKinds"/>.</summary>
    public const string EntryWritten = "entry-written";

    /// <summary>An action of a meeting. The subject is the signal's id.</summary>
    public const string ActionDone = "action-done";

    /// <summary>The subject is the stage that is the meeting, its day, and whether with names.</summary>
    public const string MinutesPrinted = "minutes-printed";

    /// <summary>A step that two people decide about. The subject is the signal's id and the stage, as of the three that follow.</summary>
    public const string StepProposed = "step-proposed";
    public const string StepAgreed = "step-agreed";
    public const string StepDisagreed = "step-disagreed";
    public const string StepTakenBack = "step-taken-back";

    /// <summary>Its term had passed. The subject is the signal's id and the stage that it stood in.</summary>
    public const string SignalCleared = "signal-cleared";

    /// <summary>Of a signal that was cleared a term before: answers that its device never fetched. The subject is the signal's id.</summary>
    public const string AnswersCleared = "answers-cleared";
    public const string ContentPublished = "content-published";

    /// <summary>The subject is the code of the refusal.</summary>
    public const string ContentRefused = "content-refused";

    /// <summary>The subject is the device's id.</summary>
    public const string DeviceRevoked = "device-revoked";

    /// <summary>The subject is the code of the refusal.</summary>
    public const string DeviceRevocationRefused = "device-revocation-refused";

    /// <summary>An administrator or auditor had the chain checked. The subject is one of <see cref="AuditStates"/>.</summary>
    public const string LogChecked = "log-checked";

    /// <summary>A copy of lines left the desk. The subject is one of <see cref="AuditExportKinds"/>.</summary>
    public const string LogExported = "log-exported";

    /// <summary>In the order in which somebody looks for one.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        SignalOpened, NamePageOpened, SignalExported, AnswerSent, StageMoved, SignalTaken, SignalLetGo, SignalsLinked,
        SignalsUnlinked, EntryWritten, ActionDone, MinutesPrinted, StepProposed, StepAgreed, StepDisagreed, StepTakenBack, SignalCleared, AnswersCleared, SignedIn,
        SignedInWithPasskey, SignedInWithProvider, ProviderRefused, SignInRefused, SignedOutEverywhere, StaffSignedOut, PasskeyAdded, PasskeyRemoved, ProviderLinked, ProviderUnlinked, RolesFromGroups, StaffAdded,
        StartIssued, StartWithdrawn, StaffBeganAgain, StaffRemoved, AccessGiven, EpochAdded, EpochTurnedOver, RecoveryKeyAdded,
        RecoveryKeyringTaken, KeyActionRefused, CodeIssued, CodeWithdrawn, DeviceEnrolled, DeviceReadmitted, DeviceRevoked,
        DeviceRevocationRefused, ContentPublished, ContentRefused, LogChecked, LogExported, MunicipalitySetUp, InstanceBegan,
    ];
}
