namespace FieldKit.Protocol;

/// <summary>Codes of refusals: the "code" member of problem details, and of a single envelope's outcome.</summary>
public static class Refusals
{
    public const string EnrolmentCodeUnknown = "enrolment-code-unknown";
    public const string EnrolmentCodeUsed = "enrolment-code-used";
    public const string EnrolmentCodeExpired = "enrolment-code-expired";

    /// <summary>Whoever gave the code took it back before it was used.</summary>
    public const string EnrolmentCodeWithdrawn = "enrolment-code-withdrawn";
    public const string NotEnrolled = "not-enrolled";
    public const string DeviceRevoked = "device-revoked";
    public const string OtherMunicipality = "other-municipality";
    public const string FormUnknown = "form-unknown";
    public const string EpochUnknown = "epoch-unknown";
    public const string KindUnknown = "kind-unknown";

    /// <summary>Of a follow-up or a withdrawal: there is no such signal from this device.</summary>
    public const string SignalUnknown = "signal-unknown";

    /// <summary>Of a follow-up or a withdrawal: its signal was received, and cleared since because its term had passed.</summary>
    public const string SignalCleared = "signal-cleared";
    public const string SealInvalid = "seal-invalid";

    /// <summary>The same id came before with other bytes; what was stored stays.</summary>
    public const string Conflict = "conflict";
    public const string TooLarge = "too-large";
    public const string Malformed = "malformed";

    /// <summary>The request came in so slowly that it was cut off: no reason not to try again.</summary>
    public const string TooSlow = "too-slow";

    /// <summary>Of an exchange: wait. Of an envelope: its device had much stored today, and the rest waits until tomorrow.</summary>
    public const string TooMany = "too-many-requests";
    /// <summary>The reporting point's own fault: ask again later.</summary>
    public const string Failed = "failed";
    public const string VersionUnsupported = "version-unsupported";
    public const string SignInFailed = "sign-in-failed";

    /// <summary>Of signing in with a passkey, for whatever reason: not known, removed, of another place, or answered before.</summary>
    public const string PasskeyRefused = "passkey-refused";

    /// <summary>Of a new passkey: made for another place or another question, known already, or too late.</summary>
    public const string PasskeyInvalid = "passkey-invalid";

    /// <summary>Of a new passkey: <see cref="Limits.PasskeysEach"/> are there.</summary>
    public const string PasskeysMany = "passkeys-many";

    /// <summary>Of signing in with, or linking an account of, the municipality's identity provider: too late, brought back before, or not of this provider or browser.</summary>
    public const string ProviderRefused = "provider-refused";

    /// <summary>The provider gives no answer, or none that can be read.</summary>
    public const string ProviderUnreachable = "provider-unreachable";

    /// <summary>Who signed in at the provider turned away there, or was turned away.</summary>
    public const string ProviderCancelled = "provider-cancelled";

    /// <summary>No member linked this account.</summary>
    public const string ProviderNotLinked = "provider-not-linked";

    /// <summary>Of linking: a colleague has this account.</summary>
    public const string ProviderAccountTaken = "provider-account-taken";

    /// <summary>None of the groups gives a role.</summary>
    public const string ProviderNoRole = "provider-no-role";

    /// <summary>The groups would take a role away that nobody else has.</summary>
    public const string ProviderRolesLast = "provider-roles-last";
    public const string NotAllowed = "not-allowed";
    public const string NotFound = "not-found";
    public const string StageUnknown = "stage-unknown";
    public const string StageMoved = "stage-moved";

    /// <summary>Of an answer: the writer has withdrawn the signal.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>Of an answer: two people decide about this step, so it is proposed first.</summary>
    public const string NeedsTwo = "needs-two";

    /// <summary>A proposal for this signal waits for a second person; until that is decided it goes nowhere.</summary>
    public const string ProposalOpen = "proposal-open";

    /// <summary>Of a verdict: this proposal was decided, or taken back, before.</summary>
    public const string ProposalClosed = "proposal-closed";

    /// <summary>Of a verdict: nobody agrees or disagrees with a proposal of their own.</summary>
    public const string OwnProposal = "own-proposal";

    /// <summary>Somebody else has this signal in hand than who asks saw.</summary>
    public const string AssignedElsewhere = "assigned-elsewhere";

    /// <summary>No more than <see cref="Limits.MeetingEntries"/> are kept about one signal.</summary>
    public const string EntriesFull = "entries-full";

    /// <summary>No more than <see cref="Limits.RelatedSignals"/> are beside one signal.</summary>
    public const string RelatedFull = "related-full";

    /// <summary>Of an invitation: no name of an organisation, within its bounds (<see cref="CodesRequest"/>).</summary>
    public const string OrganisationInvalid = "organisation-invalid";
    public const string RoleUnknown = "role-unknown";
    public const string CountInvalid = "count-invalid";

    /// <summary>So many codes would be outstanding that nobody knows any more who has them.</summary>
    public const string CodesOutstanding = "codes-outstanding";

    /// <summary>Of a start code: not known, used, taken back or expired.</summary>
    public const string StartCodeUnknown = "start-code-unknown";
    public const string NameInvalid = "name-invalid";
    public const string NameTaken = "name-taken";
    public const string PasswordShort = "password-short";

    /// <summary>Of a key action: the password that was asked for again is not right.</summary>
    public const string PasswordWrong = "password-wrong";
    public const string KeyInvalid = "key-invalid";

    /// <summary>Nobody would be left who administers.</summary>
    public const string LastAdministrator = "last-administrator";

    /// <summary>Nobody would be left who opens signals.</summary>
    public const string LastHolder = "last-holder";

    /// <summary>The member's key changed, or a key action was overtaken: look again.</summary>
    public const string KeyMoved = "key-moved";

    /// <summary>Of published content: no signature, or another key's.</summary>
    public const string ContentNotSigned = "content-not-signed";
    public const string ContentExpired = "content-expired";
    public const string ContentIncomplete = "content-incomplete";
    public const string ContentOlder = "content-older";
}
