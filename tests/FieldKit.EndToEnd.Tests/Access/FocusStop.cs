namespace FieldKit.EndToEnd.Tests.Access;

/// <param name="Ring">An outline is drawn around it.</param>
/// <param name="Seen">It is in view and nothing lies over it.</param>
/// <param name="Top">From the top of the page.</param>
internal sealed record FocusStop(string Name, string Id, bool Ring, bool Seen, bool InMain, double Top, double Bottom, double Height, double Left, double Right);
