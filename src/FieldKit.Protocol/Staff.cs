namespace FieldKit.Protocol;

public sealed record SignInRequest(string Name, string Password);

/// <summary>Who is signed in, and where.</summary>
/// <param name="Roles">"screener", "weigher", "case-table", "editor", "administrator", "auditor".</param>
public sealed record StaffSession(Guid Staff, string Name, string Municipality, IReadOnlyList<string> Roles);

/// <summary>A staff member's own key, wrapped under their passphrase, and the epoch keys wrapped for it.</summary>
public sealed record StaffKeyring(WrappedStaffKey Own, IReadOnlyList<WrappedEpochKey> Epochs);

/// <param name="Kdf">"pbkdf2-sha512" or "argon2id".</param>
/// <param name="Iterations">PBKDF2 rounds, or Argon2id passes.</param>
/// <param name="MemoryKiB">Argon2id memory; 0 for PBKDF2.</param>
/// <param name="Sealed">AES-256-GCM: nonce 12, ciphertext of the PKCS#8 private key, tag 16. Associated data: UTF-8 "fieldkit-staff-key-1\n{staff:D}\n".</param>
public sealed record WrappedStaffKey(string Kdf, int Iterations, int MemoryKiB, byte[] Salt, byte[] Sealed, byte[] PublicKey);

/// <param name="Sealed">HPKE auth for the keyring's owner: PKCS#8 of the epoch's private key.
/// Info "fieldkit epoch v1"; associated data UTF-8 "fieldkit-epoch-1\n{municipality}\n{epoch}\n".</param>
/// <param name="ByEpoch">The sender is the epoch key itself: nobody can have wrapped it who does not have it. False in keyrings
/// from before, where the sender is the owner's own key.</param>
public sealed record WrappedEpochKey(int Epoch, byte[] PublicKey, byte[] Sealed, bool ByEpoch = false);

/// <summary>The epoch keys wrapped for the one key that is kept offline, for when nobody can open them any more.</summary>
/// <param name="PublicKey">P-256 point, 65 bytes uncompressed.</param>
public sealed record RecoveryKeyring(byte[] PublicKey, IReadOnlyList<WrappedEpochKey> Epochs);

/// <summary>Asks for a start code: somebody new, or (with a member) somebody who begins again.</summary>
/// <param name="Name">2 to <see cref="Limits.StaffNameLetters"/> characters: whom the code is for, who may choose another.</param>
/// <param name="Roles">At least one of <see cref="StaffRoles.All"/>.</param>
/// <param name="Password">Of who asks, again.</param>
public sealed record StaffStartRequest(string Name, IReadOnlyList<string> Roles, string Password);

/// <summary>The password again of who is signed in, for what a session alone may not do.</summary>
public sealed record PasswordAgain(string Password);

/// <summary>A start code as it is shown once: only its hash is kept.</summary>
/// <param name="Name">What the audit log and the list call it; of no use for beginning.</param>
/// <param name="For">Whom it is for.</param>
/// <param name="Code">In groups, as <see cref="EnrolmentCode.ToString"/> writes it.</param>
/// <param name="ExpiresAt">First moment at which it no longer holds.</param>
public sealed record IssuedStart(string Name, string For, string Code, DateTimeOffset ExpiresAt);

/// <summary>The staff of a municipality, and who was asked to begin.</summary>
/// <param name="Epochs">The keys that signals of this municipality are sealed to, by number.</param>
public sealed record StaffMembers(IReadOnlyList<int> Epochs, IReadOnlyList<StaffItem> Members, IReadOnlyList<OutstandingStart> Starts);

/// <param name="PublicKey">The member's own key; to be wrapped for when its fingerprint was compared (<see cref="KeyFingerprint"/>).</param>
/// <param name="Epochs">The numbers of the epoch keys that are wrapped for it.</param>
/// <param name="HasProviderAccount">Whether an account of the municipality's identity provider is linked.</param>
public sealed record StaffItem(Guid Id, string Name, IReadOnlyList<string> Roles, byte[] PublicKey, IReadOnlyList<int> Epochs, bool HasProviderAccount = false);

/// <summary>A start code that nobody used yet, without its secret.</summary>
/// <param name="Again">For a member who is there already.</param>
public sealed record OutstandingStart(string Name, string For, IReadOnlyList<string> Roles, bool Again, DateTimeOffset ExpiresAt);

/// <summary>A start code without dashes (<see cref="EnrolmentCode.Whole"/>).</summary>
public sealed record StartCode(string Code);

/// <summary>What a start code is for; it stays good until it is used.</summary>
/// <param name="Staff">The id that the own key is bound to.</param>
/// <param name="Again">A member who is there: the name stays.</param>
public sealed record StartOffer(Guid Staff, string Municipality, string Name, IReadOnlyList<string> Roles, bool Again);

/// <param name="Name">2 to <see cref="Limits.StaffNameLetters"/> characters; one of its kind in the whole reporting point.</param>
/// <param name="Password">At least <see cref="Limits.PasswordShortest"/> characters.</param>
/// <param name="Own">Made in the browser, wrapped under a passphrase that stays there.</param>
public sealed record StartRequest(string Code, string Name, string Password, WrappedStaffKey Own);

/// <summary>Epoch keys, wrapped for a member.</summary>
/// <param name="PublicKey">The key that they were wrapped for; refused when it is no longer the member's.</param>
/// <param name="Epochs">All of the municipality's, with <see cref="WrappedEpochKey.ByEpoch"/>.</param>
public sealed record AccessRequest(byte[] PublicKey, IReadOnlyList<WrappedEpochKey> Epochs);

/// <summary>A line of the inbox: nothing about a person, nothing readable of the signal.</summary>
/// <param name="Opened">Somebody at the desk took the signal out to read it.</param>
/// <param name="LastSequence">Of the last thing that came in about it: the signal itself, a follow-up or its withdrawal.</param>
/// <param name="New">Follow-ups and withdrawals that came in since the signal was last taken out.</param>
/// <param name="WithdrawnAt">Null unless its writer has withdrawn it.</param>
/// <param name="AfterRevocation">Something about it came in after its device was shut out: it may have been sealed before, or not by its owner.</param>
/// <param name="KeptUntil">From then on it is cleared, unless something happens before; null when nothing clears it as it stands.</param>
/// <param name="WaitsForSecond">Somebody proposed a step that two people decide about, and nobody else has decided yet.</param>
/// <param name="Unread">Something about it came in that who asks has not taken out themselves, whoever else has.</param>
/// <param name="InHandOf">Who took it on; null for nobody.</param>
public sealed record InboxItem(
    Guid Id,
    long Sequence,
    DateTimeOffset ReceivedAt,
    string Organisation,
    string Role,
    string Form,
    int FormVersion,
    string Stage,
    int StageVersion,
    bool Opened,
    long LastSequence,
    int New,
    DateTimeOffset? WithdrawnAt,
    bool AfterRevocation = false,
    DateTimeOffset? KeptUntil = null,
    bool WaitsForSecond = false,
    bool Unread = false,
    Colleague? InHandOf = null);

/// <param name="Name">Null when that person is no longer known here.</param>
public sealed record Colleague(Guid Id, string? Name);

/// <summary>Takes a signal on.</summary>
/// <param name="From">Who had it in hand as the one who asks saw it; null for nobody. When somebody else has it by now, it is refused.</param>
public sealed record TakeRequest(Guid? From);

/// <summary>A sealed signal with what is needed to open it in the desk.</summary>
/// <param name="FollowUps">What its device sent about it afterwards, in the order received; a withdrawal among them.</param>
/// <param name="Decisions">Steps that two people decide about, oldest first; null from reporting points that know no such thing.</param>
/// <param name="Related">What people put beside it, oldest link first; null from reporting points that know no such thing.</param>
/// <param name="Entries">What was written down about it in meetings, in that order; null from reporting points that know no such thing.</param>
public sealed record SealedSignal(
    InboxItem Item,
    EnvelopeHeader Header,
    Guid Device,
    byte[] DevicePublicKey,
    byte[] Sealed,
    IReadOnlyList<SentAnswer> Answers,
    IReadOnlyList<SealedFollowUp> FollowUps,
    IReadOnlyList<SealedDecision>? Decisions = null,
    IReadOnlyList<RelatedSignal>? Related = null,
    IReadOnlyList<SealedEntry>? Entries = null);

/// <summary>A signal that a person put beside another.</summary>
/// <param name="By">Who did.</param>
public sealed record RelatedSignal(InboxItem Item, Colleague By, DateTimeOffset LinkedAt);

/// <summary>A follow-up or withdrawal as received, from the signal's own device.</summary>
public sealed record SealedFollowUp(EnvelopeHeader Header, DateTimeOffset ReceivedAt, byte[] Sealed);

/// <summary>An answer as sent: sealed to the device, and to the reporting point itself so that the desk can read it back.</summary>
public sealed record SentAnswer(Guid Id, string Stage, DateTimeOffset SentAt, int Epoch, byte[] SealedForDesk);

/// <param name="Id">UUIDv7, made in the desk; the same id again is the same answer.</param>
/// <param name="ExpectedStageVersion">The stage version that the writer saw; a moved stage is refused.</param>
/// <param name="SealedForDesk">HPKE auth, sender and reader the epoch key, info "fieldkit message v1", associated data as the message's.</param>
public sealed record AnswerRequest(Guid Id, int Epoch, string Stage, int ExpectedStageVersion, byte[] SealedForDevice, byte[] SealedForDesk);

/// <param name="Reason">One of <see cref="NameReasons"/>.</param>
public sealed record NamePageRequest(string Reason);

/// <summary>A readable copy that leaves the desk's memory; it is made in the browser, and only noted here.</summary>
/// <param name="As">One of <see cref="ExportKinds"/>.</param>
/// <param name="WithNames">The page with names goes with it.</param>
public sealed record ExportRequest(string As, bool WithNames);

/// <summary>An enrolled device as staff see it: of an organisation and a role, never of a person.</summary>
/// <param name="RevokedAt">Since when it is shut out; null while it is not.</param>
/// <param name="EnrolledAt">Null where that is not known: from before it was kept, or after a restore.</param>
/// <param name="LastSeen">Day (UTC) of its last exchange; no finer, for when somebody works is nobody's business. Null where that is not known.</param>
public sealed record DeviceItem(
    Guid Id, string Organisation, string Role, DateTimeOffset? RevokedAt, DateTimeOffset? EnrolledAt = null, DateOnly? LastSeen = null);
