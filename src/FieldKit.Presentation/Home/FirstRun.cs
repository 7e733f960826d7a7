using FieldKit.Presentation.Settings;

namespace FieldKit.Presentation.Home;

public enum FirstQuestion
{
    Language,
    City,
    Role,
}

/// <summary>
/// The three questions of the very first opening: each is one tap, none has to be answered, and nothing waits for them.
/// The language question is in wwwroot/index.html as well: answered there, the app goes on with the next.
/// </summary>
public sealed class FirstRun(IPreferences preferences, Texts texts, OwnPlace place) : Observable
{
    public const int Questions = 3;

    private const string Preference = "first-run";
    private const string Done = "done";

    /// <summary>Null when everything was asked, or is known already.</summary>
    public FirstQuestion? Question => preferences.Read(Preference) switch
    {
        null or "" => FirstQuestion.Language,
        "city" => place.City is null ? FirstQuestion.City : OpenRole,
        "role" => OpenRole,
        _ => null,
    };

    /// <summary>The last question was answered, or left for later, just now.</summary>
    public bool IsJustDone { get; private set; }

    private FirstQuestion? OpenRole => place.Role is null ? FirstQuestion.Role : null;

    public void ChooseLanguage(string language)
    {
        preferences.Write(Preference, "city");
        texts.Use(language);
        Tell();
    }

    public void ChooseCity(string city)
    {
        preferences.Write(Preference, "role");
        place.ChooseCity(city);
        Tell();
    }

    public void ChooseRole(string role)
    {
        preferences.Write(Preference, Done);
        place.ChooseRole(role);
        Tell();
    }

    /// <summary>Leaves all that is still open for the settings page.</summary>
    public void Later()
    {
        preferences.Write(Preference, Done);
        Tell();
    }

    /// <summary>Answered in another tab.</summary>
    public void ReadAgain() => Changed();

    private void Tell()
    {
        IsJustDone = Question is null;
        Changed();
    }
}
