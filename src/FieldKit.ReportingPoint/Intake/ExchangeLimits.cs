using System.Net;
using FieldKit.ReportingPoint.Doorstep;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>
/// How much one device, and one address, may ask for. Far above what people do: a thousand signals after a month without a
/// connection pass. Each node counts for itself.
/// </summary>
internal sealed class ExchangeLimits(IConfiguration configuration, TimeProvider clock)
{
    private static readonly TimeSpan OfDevice = TimeSpan.FromSeconds(1);

    // A whole municipality may stand behind one address.
    private static readonly TimeSpan OfAddress = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan ForAPlace = TimeSpan.FromSeconds(1);

    private readonly Pace<Guid> devices = new(clock, configuration.GetValue("limits:exchanges-of-a-device", 600), OfDevice);
    private readonly Pace<IPAddress> addresses = new(clock, configuration.GetValue("limits:exchanges-of-an-address", 3_000), OfAddress);

    // Each may hold the memory of a frame for as long as somebody sends, or reads, just not too slowly. A device needs one; a broken line may leave others behind.
    private readonly Places<Guid> underWay = new(each: 8);

    /// <summary>What one device may have stored in a day (UTC, by this server's clock).</summary>
    public long BytesADay { get; } = configuration.GetValue("limits:bytes-of-a-device", 64L * 1024 * 1024);

    /// <returns>Null when it may go on.</returns>
    public RetryLater? RefusalOf(HttpContext context) => Later(addresses.WaitOf(ClientAddress.Of(context)));

    /// <summary>Only once it showed its token: an id is no secret, and nobody shall use up another's.</summary>
    public RetryLater? RefusalOf(EnteredDevice device, HttpResponse response)
    {
        if (Later(devices.WaitOf(device.Id)) is { } tooOften)
        {
            return tooOften;
        }

        if (underWay.TryTake(device.Id) is not { } place)
        {
            return new(ForAPlace);
        }

        response.RegisterForDispose(place);
        return null;
    }

    private static RetryLater? Later(TimeSpan? wait) => wait is { } asked ? new(asked) : null;
}
