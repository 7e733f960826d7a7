namespace FieldKit.Protocol;

/// <summary>An identity provider that staff of a municipality may sign in with.</summary>
/// <param name="NameNl">As it stands on the button, in Dutch; 1 to 40 characters.</param>
/// <param name="NameEn">In English.</param>
public sealed record ProviderItem(string Municipality, string NameNl, string NameEn);

/// <summary>Where the browser goes to sign in; it comes back by itself.</summary>
public sealed record ProviderAddress(string Address);

/// <param name="LinkedAt">Null when none is linked.</param>
/// <param name="LastUsedAt">Null when it was not used yet.</param>
public sealed record ProviderAccount(DateTimeOffset? LinkedAt, DateTimeOffset? LastUsedAt);
