using FieldKit.Crypto;
using FieldKit.Device.Enrolment;
using FieldKit.Presentation.Settings;

namespace FieldKit.App.Screens;

/// <summary>Where the user works, for what comes first on a list: the chosen city, and else the one that the device is enrolled in.</summary>
internal static class OwnMunicipality
{
    /// <returns>Null when it is another municipality, or nobody said, or the device's keys cannot be read: the lists themselves stay.</returns>
    public static async Task<string?> OfAsync(OwnPlace place, Device.Enrolment.Enrolment enrolment)
    {
        if (place.City is null)
        {
            await FillInAsync(place, enrolment);
        }

        return place.Municipality;
    }

    /// <summary>Takes over what the device was enrolled with, for a device that was enrolled before its user could choose.</summary>
    public static async Task FillInAsync(OwnPlace place, Device.Enrolment.Enrolment enrolment)
    {
        if (await DeviceAsync(enrolment) is { } device)
        {
            place.FillIn(device);
        }
    }

    /// <returns>Null when the device is not enrolled, or its keys cannot be read.</returns>
    public static async Task<EnrolledDevice?> DeviceAsync(Device.Enrolment.Enrolment enrolment)
    {
        try
        {
            return await enrolment.CurrentAsync();
        }
        catch (SealBrokenException)
        {
            return null;
        }
    }
}
