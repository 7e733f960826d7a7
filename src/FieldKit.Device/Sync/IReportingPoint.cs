using FieldKit.Protocol;

namespace FieldKit.Device.Sync;

/// <summary>Port to the reporting point. What it answers is not trusted: callers verify signatures.</summary>
public interface IReportingPoint
{
    /// <exception cref="ReportingPointRefusedException"></exception>
    /// <exception cref="ReportingPointUnreachableException"></exception>
    ValueTask<EnrolmentResponse> EnrolAsync(EnrolmentRequest request, CancellationToken cancellation);

    /// <param name="token">Base64url of 32 bytes; and behind a point the admission, when the token alone was refused.</param>
    /// <param name="frame">An encoded frame with an <see cref="ExchangeRequest"/>.</param>
    /// <returns>The answer's bytes; whether they are a frame is for the caller to find out.</returns>
    /// <exception cref="ReportingPointRefusedException"></exception>
    /// <exception cref="ReportingPointUnreachableException"></exception>
    ValueTask<byte[]> ExchangeAsync(Guid device, string token, byte[] frame, CancellationToken cancellation);

    /// <summary>The keys that it says it has, for content before enrolment.</summary>
    /// <exception cref="ReportingPointUnreachableException"></exception>
    ValueTask<ReportingPointKeys> KeysAsync(CancellationToken cancellation);

    /// <exception cref="ReportingPointUnreachableException"></exception>
    ValueTask<ContentManifest> ContentManifestAsync(CancellationToken cancellation);

    /// <summary>All parts of one edition, one after the other, after transfer decompression.</summary>
    /// <exception cref="ReportingPointRefusedException">Another edition is in force by now.</exception>
    /// <exception cref="ReportingPointUnreachableException"></exception>
    ValueTask<byte[]> ContentAsync(long sequence, CancellationToken cancellation);

    /// <summary>The parts with these digests, one after the other, in the order asked.</summary>
    /// <exception cref="ReportingPointRefusedException">Another edition is in force by now.</exception>
    /// <exception cref="ReportingPointUnreachableException"></exception>
    ValueTask<byte[]> ContentPartsAsync(IReadOnlyList<byte[]> digests, CancellationToken cancellation);
}

/// <summary>No answer, or none that can come from a reporting point (a captive portal's page, a proxy's error, too busy).</summary>
/// <param name="retryAfter">How long it asked to be left alone, if it did.</param>
public sealed class ReportingPointUnreachableException(TimeSpan? retryAfter = null, Exception? cause = null)
    : Exception("The reporting point cannot be reached.", cause)
{
    public TimeSpan? RetryAfter { get; } = retryAfter;
}

/// <summary>It answered clearly that it will not: trying the same again does not help.</summary>
/// <param name="code">One of <see cref="Refusals"/> or <see cref="SyncRefusals"/>.</param>
public sealed class ReportingPointRefusedException(string code) : Exception($"The reporting point refused: {code}.")
{
    public string Code { get; } = code;
}
