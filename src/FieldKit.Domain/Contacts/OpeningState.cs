namespace FieldKit.Domain.Contacts;

public enum Openness
{
    Unknown,
    Open,
    Closed,
}

/// <summary>Whether somebody answers now. Times are those of the Dutch wall clock.</summary>
/// <param name="Until">While open: when it closes; null when it does not.</param>
/// <param name="OpensAt">While closed: the first time that is sure; null when none is known.</param>
/// <param name="Holiday">Today's, where it is the reason.</param>
public sealed record OpeningState(Openness Now, DateTime? Until = null, DateTime? OpensAt = null, Holiday? Holiday = null)
{
    public static OpeningState Open(DateTime? until = null) => new(Openness.Open, Until: until);

    public static OpeningState Closed(DateTime? opensAt, Holiday? holiday) => new(Openness.Closed, OpensAt: opensAt, Holiday: holiday);

    public static OpeningState Unknown(Holiday? holiday = null) => new(Openness.Unknown, Holiday: holiday);
}
