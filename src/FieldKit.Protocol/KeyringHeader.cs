using System.Globalization;
using System.Text;

namespace FieldKit.Protocol;

/// <summary>What the wrapped keys of a <see cref="StaffKeyring"/> are bound to.</summary>
public static class KeyringHeader
{
    public static byte[] OfStaffKey(Guid staff) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"fieldkit-staff-key-1\n{staff:D}\n"));

    public static byte[] OfEpochKey(string municipality, int epoch) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"fieldkit-epoch-1\n{municipality}\n{epoch}\n"));
}
