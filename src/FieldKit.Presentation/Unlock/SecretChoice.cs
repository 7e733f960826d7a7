using FieldKit.Presentation.Enrolment;

namespace FieldKit.Presentation.Unlock;

/// <summary>Whether this person types digits or words: which keyboard comes up, and what the field is called. Kept in the clear.</summary>
public sealed class SecretChoice(IPreferences preferences) : Observable
{
    private const string Preference = "opens-with";

    public SecretKind Kind { get; private set; } =
        Enum.TryParse<SecretKind>(preferences.Read(Preference), out var kept) && Enum.IsDefined(kept) ? kept : SecretKind.Pin;

    public void Use(SecretKind kind)
    {
        preferences.Write(Preference, $"{kind}");
        Kind = kind;
        Changed();
    }
}
