using FieldKit.Protocol;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace FieldKit.ReportingPoint.Doorstep;

/// <summary>What the web server takes before anything of ours runs.</summary>
internal static class RequestBounds
{
    /// <summary>Room above a frame, so that a frame just too large is refused by us, with a clear answer.</summary>
    private const int Slack = 4096;

    /// <summary>
    /// What has begun when the program is told to stop may finish for so long. What is cut off then was not
    /// received, and its device sends it again. Service managers kill after 90 seconds, containers often after 30.
    /// </summary>
    public static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(25);

    public static void Configure(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = Limits.FrameBytes + Slack;
        server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);

        // Slow enough for one bar of signal on a street corner, fast enough that held connections end.
        server.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 100, gracePeriod: TimeSpan.FromSeconds(15));
        server.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 100, gracePeriod: TimeSpan.FromSeconds(15));
    }
}
