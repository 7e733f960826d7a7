namespace FieldKit.Presentation.Enrolment;

/// <summary>What opens the vault. To the keys it makes no difference.</summary>
public enum SecretKind
{
    Pin,
    Passphrase,
}
