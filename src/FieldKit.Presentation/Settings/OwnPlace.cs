using FieldKit.Device.Enrolment;

namespace FieldKit.Presentation.Settings;

/// <summary>
/// In which role and city the user works: what they chose, and else what the device was enrolled with. Decides only what comes
/// first on a screen. Read at once, so that the start screen never waits for it.
/// </summary>
public sealed class OwnPlace(IPreferences preferences) : Observable
{
    /// <summary>As city or role: one that the app has nothing of its own for.</summary>
    public const string Other = "anders";

    private const string RolePreference = "role";
    private const string CityPreference = "city";
    private const string EnrolledRolePreference = "role-enrolled";
    private const string EnrolledCityPreference = "city-enrolled";

    /// <summary>Values of the form's question about the writer's role (content/forms/signaal.yaml), in its order.</summary>
    public static IReadOnlyList<string> Roles { get; } =
        ["jongerenwerk", "onderwijs", "boa", "wijkagent", "zorg", "sociaal_makelaar", "familie", "bewoner", "vrijwilliger", Other];

    /// <summary>One of <see cref="Roles"/>; null when nobody said.</summary>
    public string? Role => RoleOf(RolePreference) ?? RoleOf(EnrolledRolePreference);

    /// <summary>Id of a municipality, or <see cref="Other"/>; null when nobody said.</summary>
    public string? City => Kept(CityPreference) ?? Kept(EnrolledCityPreference);

    /// <summary>Id of the user's municipality; null where that is another one, or unknown.</summary>
    public string? Municipality => City == Other ? null : City;

    public void ChooseRole(string role) => Keep(RolePreference, Roles.Contains(role) ? role : throw new ArgumentException($"No role '{role}'.", nameof(role)));

    public void ChooseCity(string city) => Keep(CityPreference, city);

    /// <summary>Chosen in another tab.</summary>
    public void ReadAgain() => Changed();

    /// <summary>Fills in what was not chosen; a choice stays.</summary>
    public void FillIn(EnrolledDevice device)
    {
        var (role, city) = (Role, City);
        preferences.Write(EnrolledRolePreference, device.Role);
        preferences.Write(EnrolledCityPreference, device.Municipality);
        if ((role, city) != (Role, City))
        {
            Changed();
        }
    }

    private string? RoleOf(string preference) => Kept(preference) is { } role && Roles.Contains(role) ? role : null;

    private string? Kept(string preference) => preferences.Read(preference) is { Length: > 0 } kept ? kept : null;

    private void Keep(string preference, string value)
    {
        preferences.Write(preference, value);
        Changed();
    }
}
