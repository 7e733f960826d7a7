using FieldKit.Device.Contacts;
using FieldKit.Device.Store;
using FieldKit.Domain.Contacts;

namespace FieldKit.Presentation.Contacts;

/// <summary>Filling in one's own number: for a role that the content names, or one of one's own.</summary>
public sealed class OwnContactForm(OwnContactsModel all, OwnContacts own, Texts texts) : Observable
{
    /// <summary>In the address, for one that is not there yet.</summary>
    public const string New = "nieuw";

    public const int LongestLine = 120;
    public const int LongestNote = 500;
    private const int FewestDigits = 3;

    private OwnContact? stored;
    private string id = "";

    public string Name { get; set; } = "";

    public string Phone { get; set; } = "";

    public string Mail { get; set; } = "";

    public string Note { get; set; } = "";

    /// <summary>The contact of the content whose place this fills, or null.</summary>
    public Contact? Role { get; private set; }

    public bool IsStored => stored is not null;

    public bool IsBusy { get; private set; }

    /// <summary>Text keys of what to change, by field: "name", "phone", "mail" or "all".</summary>
    public IReadOnlyDictionary<string, string> Complaints { get; private set; } = new Dictionary<string, string>();

    /// <summary>Needs the vault open.</summary>
    /// <returns>False: there is no such contact.</returns>
    public async Task<bool> OpenAsync(string address, IReadOnlyList<Contact> contacts)
    {
        Role = contacts.FirstOrDefault(contact => contact.Id == address && contact.FillInLocally);
        id = address == New ? own.NewId() : address;
        stored = address == New ? null : await own.ReadAsync(address);
        (Name, Phone, Mail, Note) = stored is { } kept ? (kept.Name, kept.Phone, kept.Mail, kept.Note) : (Role is { } role ? texts[role.Name] : "", "", "", "");
        Complaints = new Dictionary<string, string>();
        return address == New || stored is not null || Role is not null;
    }

    /// <returns>True: it is kept.</returns>
    public async Task<bool> SaveAsync()
    {
        var contact = new OwnContact(id, Name.Trim(), Phone.Trim(), Mail.Trim(), Note.Trim()) { Version = stored?.Version ?? 0 };
        Complaints = Check(contact);
        if (IsBusy || Complaints.Count > 0)
        {
            Changed();
            return false;
        }

        IsBusy = true;
        Changed();
        try
        {
            await all.SaveAsync(contact);
        }
        catch (StaleRecordException)
        {
            Complaints = new Dictionary<string, string> { ["all"] = "own.stale" };
        }
        catch (Exception failure) when (failure is StoreFullException or IOException)
        {
            Complaints = new Dictionary<string, string> { ["all"] = "own.failed" };
        }
        finally
        {
            IsBusy = false;
            Changed();
        }

        return Complaints.Count == 0;
    }

    public Task RemoveAsync() => all.RemoveAsync(id);

    private static Dictionary<string, string> Check(OwnContact contact)
    {
        var complaints = new Dictionary<string, string>();
        if (contact.Name.Length == 0)
        {
            complaints["name"] = "own.name.missing";
        }

        if (contact.Phone.Length > 0 && (contact.Phone.Count(char.IsAsciiDigit) < FewestDigits || contact.Phone.Any(char.IsLetter)))
        {
            complaints["phone"] = "own.phone.wrong";
        }

        if (contact.Mail.Length > 0 && !(contact.Mail.Split('@') is [{ Length: > 0 }, { Length: > 0 } host] && host.Contains('.', StringComparison.Ordinal) && !contact.Mail.Contains(' ', StringComparison.Ordinal)))
        {
            complaints["mail"] = "own.mail.wrong";
        }

        if (contact is { Phone: "", Mail: "", Note: "" })
        {
            complaints["phone"] = "own.empty";
        }

        return complaints;
    }
}
