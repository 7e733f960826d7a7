using FieldKit.Crypto;

namespace FieldKit.App.Screens;

/// <summary>Where the user works, for what comes first on a list.</summary>
internal static class OwnMunicipality
{
    /// <returns>Null when the device is not enrolled, or its keys cannot be read: the lists themselves stay.</returns>
    public static async Task<string?> OfAsync(Device.Enrolment.Enrolment enrolment)
    {
        try
        {
            return (await enrolment.CurrentAsync())?.Municipality;
        }
        catch (SealBrokenException)
        {
            return null;
        }
    }
}
