namespace FieldKit.TestKit;

/// <summary>What `fieldkit setup demo` prints for the people at the reporting point.</summary>
public sealed record DemoStaff(string Name, string Password, string Passphrase, string Editor, string EditorPassword, string Administrator = "", string AdministratorPassword = "",
    string Weigher = "", string WeigherPassword = "", string WeigherPassphrase = "")
{
    /// <summary>The second weigher, as somebody at a desk of their own.</summary>
    public DemoStaff Second => this with { Name = Weigher, Password = WeigherPassword, Passphrase = WeigherPassphrase };

    public static DemoStaff Parse(IReadOnlyList<string> lines)
    {
        return new(After("name: "), After("password: "), After("passphrase: "), After("content editor: "), After("editor's password: "),
            After("administrator without inbox: "), After("administrator's password: "),
            After("second weigher: "), After("weigher's password: "), After("weigher's passphrase: "));

        // A setup of an earlier version has fewer people.
        string After(string label) => lines
            .Where(line => line.Contains(label, StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf(label, StringComparison.Ordinal) + label.Length)..].Trim())
            .FirstOrDefault("");
    }
}
