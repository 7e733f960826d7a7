using FieldKit.Cli.Keys;
using FieldKit.Protocol;

namespace FieldKit.Cli;

/// <summary>The keys of a municipality, the staff who can use them, one or with a second weigher two, and an editor and an administrator who cannot.</summary>
internal static class DemoSetup
{
    public static ReportingPointSetup Create(string municipality, DemoSecrets secrets)
    {
        using var ceremony = new KeyCeremony(municipality);
        return Create(ceremony, secrets);
    }

    public static ReportingPointSetup Create(KeyCeremony ceremony, DemoSecrets secrets)
    {
        ceremony.Add(secrets.Name, secrets.Password, secrets.Passphrase, StaffRoles.Screener, StaffRoles.Weigher, StaffRoles.Administrator);
        if (secrets.Weigher is { } weigher)
        {
            ceremony.Add(weigher.Name, weigher.Password, weigher.Passphrase, StaffRoles.Weigher);
        }

        if (secrets.Editor is { } editor)
        {
            ceremony.Add(editor.Name, editor.Password, null, StaffRoles.Editor);
        }

        if (secrets.Administrator is { } administrator)
        {
            ceremony.Add(administrator.Name, administrator.Password, null, StaffRoles.Administrator);
        }

        return ceremony.Setup;
    }
}
