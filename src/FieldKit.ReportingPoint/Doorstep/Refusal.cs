using FieldKit.Protocol;

namespace FieldKit.ReportingPoint.Doorstep;

/// <summary>A "no" with its reason: problem details (RFC 9457) with a code for programs. Never repeats what was sent.</summary>
internal sealed record Refusal(int Status, string Code, string Title) : IResult
{
    public static readonly Refusal EnrolmentCodeUnknown = new(404, Refusals.EnrolmentCodeUnknown, "This code is not known.");
    public static readonly Refusal EnrolmentCodeUsed = new(409, Refusals.EnrolmentCodeUsed, "This code was used before.");
    public static readonly Refusal EnrolmentCodeExpired = new(410, Refusals.EnrolmentCodeExpired, "This code has expired.");
    public static readonly Refusal EnrolmentCodeWithdrawn = new(410, Refusals.EnrolmentCodeWithdrawn, "This code was taken back.");
    public static readonly Refusal NotEnrolled = new(401, Refusals.NotEnrolled, "This device is not enrolled here.");
    public static readonly Refusal DeviceRevoked = new(403, Refusals.DeviceRevoked, "This device was revoked.");
    public static readonly Refusal Conflict = new(409, Refusals.Conflict, "The same id came before with another content.");
    public static readonly Refusal TooLarge = new(413, Refusals.TooLarge, "This is too large.");
    public static readonly Refusal TooSlow = new(408, Refusals.TooSlow, "This came in too slowly. Try again.");
    public static readonly Refusal Malformed = new(400, Refusals.Malformed, "This cannot be read.");
    public static readonly Refusal VersionUnsupported = new(400, Refusals.VersionUnsupported, "This version is not spoken here.") { Versions = Frame.Versions };
    public static readonly Refusal OtherMediaType = new(415, Refusals.Malformed, "This media type is not taken here.");
    public static readonly Refusal TooMany = new(429, Refusals.TooMany, "Too many tries. Wait and try again.");
    public static readonly Refusal SignInFailed = new(401, Refusals.SignInFailed, "Name or password is not right.");
    public static readonly Refusal PasskeyRefused = new(401, Refusals.PasskeyRefused, "This passkey does not sign in here.");
    public static readonly Refusal PasskeyInvalid = new(422, Refusals.PasskeyInvalid, "This is no passkey for here, or it comes too late.");
    public static readonly Refusal PasskeysMany = new(409, Refusals.PasskeysMany, "So many passkeys are not kept. Remove one first.");
    public static readonly Refusal ProviderUnreachable = new(502, Refusals.ProviderUnreachable, "The identity provider gives no answer.");
    public static readonly Refusal NotSignedIn = new(401, Refusals.NotAllowed, "Sign in first.");
    public static readonly Refusal NotAllowed = new(403, Refusals.NotAllowed, "This is not allowed.");
    public static readonly Refusal NotFound = new(404, Refusals.NotFound, "This is not here.");
    public static readonly Refusal StageUnknown = new(422, Refusals.StageUnknown, "This stage cannot follow here.");
    public static readonly Refusal StageMoved = new(409, Refusals.StageMoved, "Somebody moved this signal in the meantime.");
    public static readonly Refusal Withdrawn = new(409, Refusals.Withdrawn, "Its writer has withdrawn this signal.");
    public static readonly Refusal NeedsTwo = new(409, Refusals.NeedsTwo, "Two people decide about this step.");
    public static readonly Refusal ProposalOpen = new(409, Refusals.ProposalOpen, "A proposal for this signal waits for a second person.");
    public static readonly Refusal ProposalClosed = new(409, Refusals.ProposalClosed, "This proposal is no longer open.");
    public static readonly Refusal OwnProposal = new(403, Refusals.OwnProposal, "Somebody else decides about your proposal.");
    public static readonly Refusal EntriesFull = new(409, Refusals.EntriesFull, "So much was written down about this signal in meetings that no more is kept.");
    public static readonly Refusal RelatedFull = new(409, Refusals.RelatedFull, "So many signals are beside one of the two that no more can be.");
    public static readonly Refusal AssignedElsewhere = new(409, Refusals.AssignedElsewhere, "Somebody else has this signal in hand.");
    public static readonly Refusal OrganisationInvalid = new(422, Refusals.OrganisationInvalid, "This is no name of an organisation.");
    public static readonly Refusal RoleUnknown = new(422, Refusals.RoleUnknown, "This role is not known.");
    public static readonly Refusal CountInvalid = new(422, Refusals.CountInvalid, "So many codes are not given at once.");
    public static readonly Refusal CodesOutstanding = new(409, Refusals.CodesOutstanding, "Too many codes are outstanding. Withdraw some first.");
    public static readonly Refusal StartCodeUnknown = new(404, Refusals.StartCodeUnknown, "This start code is not known, was used, or no longer holds.");
    public static readonly Refusal NameInvalid = new(422, Refusals.NameInvalid, "This is no name of a member.");
    public static readonly Refusal NameTaken = new(409, Refusals.NameTaken, "Somebody has this name.");
    public static readonly Refusal PasswordShort = new(422, Refusals.PasswordShort, "This password is too short.");
    public static readonly Refusal PasswordWrong = new(403, Refusals.PasswordWrong, "The password is not right.");
    public static readonly Refusal KeyInvalid = new(422, Refusals.KeyInvalid, "This is no key as it is kept here.");
    public static readonly Refusal LastAdministrator = new(409, Refusals.LastAdministrator, "Nobody would be left who administers.");
    public static readonly Refusal LastHolder = new(409, Refusals.LastHolder, "Nobody would be left who opens signals.");
    public static readonly Refusal KeyMoved = new(409, Refusals.KeyMoved, "The member's key changed in the meantime.");
    public static readonly Refusal ContentNotSigned = new(422, Refusals.ContentNotSigned, "This content is not signed with this reporting point's key.");
    public static readonly Refusal ContentExpired = new(422, Refusals.ContentExpired, "The last day of this content has passed.");
    public static readonly Refusal ContentIncomplete = new(422, Refusals.ContentIncomplete, "A municipality that is served here is missing.");
    public static readonly Refusal ContentOlder = new(409, Refusals.ContentOlder, "Content with this sequence, or a later one, is already here.");
    public static readonly Refusal EpochUnknown = new(422, Refusals.EpochUnknown, "This key is not known here.");

    public static readonly Refusal Failed = new(500, Refusals.Failed, "Something went wrong here.");

    public const string MediaType = "application/problem+json";

    public IReadOnlyList<int>? Versions { get; private init; }

    public static Refusal Of(MalformedFrameException failure) => failure.Code switch
    {
        Refusals.TooLarge => TooLarge,
        Refusals.VersionUnsupported => VersionUnsupported,
        _ => Malformed,
    };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        return httpContext.Response.WriteAsJsonAsync(
            new Problem("about:blank", Title, Status, Code, Versions),
            ProtocolJson.Default.Problem,
            MediaType,
            httpContext.RequestAborted);
    }
}
