using System.Globalization;
using System.Text;

namespace FieldKit.Protocol;

/// <summary>That a device was shut out, in words of the reporting point's own: a device clears itself only on its signature.</summary>
public sealed record SignedRevocation(DateTimeOffset At, byte[] Signature)
{
    /// <summary>UTF-8 lines: label, instance, device, moment (round-trip "O", UTC).</summary>
    public static byte[] Statement(Guid instance, Guid device, DateTimeOffset at) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"fieldkit-revocation-1\n{instance:D}\n{device:D}\n{at.ToUniversalTime():O}\n"));
}
