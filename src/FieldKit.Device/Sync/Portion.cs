using FieldKit.Protocol;

namespace FieldKit.Device.Sync;

/// <summary>
/// How many envelopes go in one exchange. All at once on a line that worked; a few after one that did not, so that something
/// gets across before a weak line breaks again, and more as soon as the answers come quickly.
/// </summary>
internal sealed class Portion(bool careful)
{
    public const int Few = 4;
    private const int Growth = 2;
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);

    private int largest = Limits.EnvelopesPerExchange;

    public int Size { get; private set; } = careful ? Few : Limits.EnvelopesPerExchange;

    public void Answered(TimeSpan after)
    {
        if (after < Quick)
        {
            Size = Math.Min(Size * Growth, largest);
        }
    }

    /// <summary>More than this was refused as too large.</summary>
    public void LimitTo(int size) => Size = largest = size;
}
