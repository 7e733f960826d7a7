using FieldKit.Device.Contacts;
using FieldKit.Device.Store;
using FieldKit.Domain.Contacts;

namespace FieldKit.Presentation.Contacts;

/// <summary>Filling in one's own number: for a role that the content names, or one of one's own.</summary>
public sealed class OwnContactForm(OwnContactsModel all, OwnContacts own, UnfinishedContact typing, Texts texts) : Observable
{
    /// <summary>In the address, for one that is not there yet.</summary>
    public const string New = "nieuw";

    public const int LongestLine = 120;
    public const int LongestNote = 500;
    private const int FewestDigits = 3;

    public string Name { get => typing.Written.Name; set => typing.Write(typing.Written with { Name = value }); }

    public string Phone { get => typing.Written.Phone; set => typing.Write(typing.Written with { Phone = value }); }

    public string Mail { get => typing.Written.Mail; set => typing.Write(typing.Written with { Mail = value }); }

    public string Note { get => typing.Written.Note; set => typing.Write(typing.Written with { Note = value }); }

    /// <summary>The contact of the content whose place this fills, or null.</summary>
    public Contact? Role { get; private set; }

    public bool IsStored => typing.Written.Version > 0;

    /// <summary>It was typed before and never saved: the person is told so, and can drop it.</summary>
    public bool IsLeftOver => typing.IsLeftOver;

    public bool IsBusy { get; private set; }

    /// <summary>Text keys of what to change, by field: "name", "phone", "mail" or "all".</summary>
    public IReadOnlyDictionary<string, string> Complaints { get; private set; } = new Dictionary<string, string>();

    /// <summary>Needs the vault open.</summary>
    /// <returns>False: there is no such contact.</returns>
    public async Task<bool> OpenAsync(string address, IReadOnlyList<Contact> contacts)
    {
        Role = contacts.FirstOrDefault(contact => contact.Id == address && contact.FillInLocally);
        Complaints = new Dictionary<string, string>();
        var stored = address == New ? null : await own.ReadAsync(address);
        if (address != New && stored is null && Role is null)
        {
            return false;
        }

        var name = Role is { } role ? texts[role.Name] : "";
        await typing.OpenAsync(address, stored ?? new(address == New ? own.NewId() : address, name, "", "", ""));
        return true;
    }

    public Task KeepAsync() => typing.KeepAsync();

    /// <summary>Drops what was typed and never saved.</summary>
    public async Task BeginAgainAsync()
    {
        Complaints = new Dictionary<string, string>();
        await typing.BeginAgainAsync();
        Changed();
    }

    /// <returns>True: it is kept.</returns>
    public async Task<bool> SaveAsync()
    {
        var typed = typing.Written;
        var contact = typed with { Name = typed.Name.Trim(), Phone = typed.Phone.Trim(), Mail = typed.Mail.Trim(), Note = typed.Note.Trim() };
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
            await typing.FinishAsync();
        }
        catch (StaleRecordException)
        {
            Complaints = new Dictionary<string, string> { ["all"] = "own.stale" };
        }
        catch (IOException)
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

    public async Task RemoveAsync()
    {
        await all.RemoveAsync(typing.Written.Id);
        await typing.FinishAsync();
    }

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
