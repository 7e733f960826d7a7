namespace FieldKit.Protocol;

/// <summary>Bounds that both ends keep, inclusive.</summary>
public static class Limits
{
    public const int EnvelopesPerExchange = 100;
    public const int MessagesPerExchange = 100;

    /// <summary>Bytes of one request or answer body.</summary>
    public const int FrameBytes = 1024 * 1024;

    /// <summary>Bytes of the JSON header after inflating.</summary>
    public const int HeaderBytes = 128 * 1024;

    /// <summary>Bytes of one sealed envelope or message.</summary>
    public const int SealedBytes = 256 * 1024;

    /// <summary>HPKE auth mode overhead: encapsulated key 65 and tag 16.</summary>
    public const int SealOverheadBytes = 81;

    /// <summary>One-time codes in one request.</summary>
    public const int CodesAtOnce = 50;

    /// <summary>One-time codes of one municipality that nobody used yet: enough to invite every organisation in a week.</summary>
    public const int OutstandingCodes = 500;

    /// <summary>Characters of the name of an organisation.</summary>
    public const int OrganisationLetters = 80;

    /// <summary>Characters of a staff member's name.</summary>
    public const int StaffNameShortest = 2;

    /// <summary>Characters of a staff member's name.</summary>
    public const int StaffNameLetters = 60;

    /// <summary>Characters of a password at the desk. The reporting point sees it; it opens no signal.</summary>
    public const int PasswordShortest = 12;

    /// <summary>Characters of a passphrase: whoever has a copy of the database can guess at it without end.</summary>
    public const int PassphraseShortest = 16;

    /// <summary>What is written down about one signal in meetings.</summary>
    public const int MeetingEntries = 300;

    /// <summary>Signals that people put beside one signal.</summary>
    public const int RelatedSignals = 20;

    /// <summary>Passkeys of one staff member.</summary>
    public const int PasskeysEach = 10;

    /// <summary>Items of content in one bundle.</summary>
    public const int ContentParts = 1000;

    /// <summary>Bytes of one item of content.</summary>
    public const int ContentPartBytes = 256 * 1024;

    /// <summary>Bytes of all items together: far above what is written, and little enough for the memory of a telephone.</summary>
    public const int ContentBytes = 8 * 1024 * 1024;

    /// <summary>Bytes of a content manifest's JSON.</summary>
    public const int ContentManifestBytes = 256 * 1024;
}
