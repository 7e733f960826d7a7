using System.Globalization;
using System.Text;

namespace FieldKit.Protocol;

/// <summary>The statement that a reporting point signs: these envelopes, with these bytes, are durably stored.</summary>
public static class Receipt
{
    /// <summary>
    /// UTF-8 lines: label, instance, device, server time (round-trip "O", UTC), then per received envelope
    /// "id sequence sha256", lower-case hex, in the order of the exchange.
    /// </summary>
    public static byte[] Statement(
        Guid instance,
        Guid device,
        DateTimeOffset serverTime,
        IEnumerable<(Guid Id, long Sequence, byte[] Sha256)> received)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"fieldkit-receipt-1\n{instance:D}\n{device:D}\n{serverTime.ToUniversalTime():O}\n");
        foreach (var (id, sequence, sha256) in received)
        {
            text.Append(CultureInfo.InvariantCulture, $"{id:D} {sequence} {Convert.ToHexStringLower(sha256)}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
