using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Domain;
using FieldKit.Domain.Contacts;
using FieldKit.Protocol;

namespace FieldKit.Desk.State;

/// <summary>The content in force, what in it grows old, and putting another edition in its place.</summary>
public sealed class ContentBook : IDisposable
{
    /// <summary>So long before a contact expires somebody should look whether it still holds.</summary>
    public const int DaysAhead = 60;

    /// <summary>The refusal of a file that is no content, or a part of one.</summary>
    public const string NotAFile = "content-not-a-file";

    private readonly DeskClient server;
    private readonly ContentSource content;
    private readonly DeskAccess access;

    public ContentBook(DeskClient server, ContentSource content, DeskAccess access)
    {
        (this.server, this.content, this.access) = (server, content, access);
        access.OwnerChanged += Forget;
    }

    /// <summary>Null until it was fetched.</summary>
    public ContentManifest? InForce { get; private set; }

    public ContentBundle? Bundle { get; private set; }

    /// <summary>A file that was chosen and that can be published, so far as can be seen here; null where none is.</summary>
    public ContentFile? Chosen { get; private set; }

    /// <summary>Why the last deed failed, or null.</summary>
    public string? Failure { get; private set; }

    public async Task LookAsync() => Failure = await access.TryAsync(async () => (InForce, Bundle) = await content.NewestAsync());

    public void Choose(byte[] file)
    {
        try
        {
            (Chosen, Failure) = (ContentFile.Read(file), null);
        }
        catch (MalformedContentException)
        {
            (Chosen, Failure) = (null, NotAFile);
        }
    }

    /// <summary>Of a file that is too large to be any.</summary>
    public void ChooseNone() => (Chosen, Failure) = (null, NotAFile);

    /// <returns>Whether it is in force now; else <see cref="Failure"/> says why not, and nothing changed.</returns>
    public async Task<bool> PublishAsync()
    {
        if (Chosen is not { } file)
        {
            return false;
        }

        Failure = await access.TryAsync(() => server.PublishContentAsync(file.Write()));
        if (Failure is not null)
        {
            return false;
        }

        Chosen = null;
        await LookAsync();
        return true;
    }

    /// <returns>Contacts for this municipality that have expired or soon will, the first to expire first. Emergency numbers do not expire.</returns>
    public static IReadOnlyList<Contact> GrowingOld(ContentBundle bundle, string municipality, DateOnly today) =>
    [
        .. bundle.Contacts
            .Where(contact => !contact.Emergency && (contact.Municipality is null || contact.Municipality == municipality) && contact.ExpiresOn <= today.AddDays(DaysAhead))
            .OrderBy(contact => contact.ExpiresOn),
    ];

    public void Dispose() => access.OwnerChanged -= Forget;

    private void Forget() => (InForce, Bundle, Chosen, Failure) = (null, null, null, null);
}
