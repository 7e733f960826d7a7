namespace FieldKit.EndToEnd.Tests.Access;

internal enum Judged
{
    Axe,
    Room,
    Targets,
    Focus,
    RightToLeft,
}

/// <param name="Place">Address or what happened there, with the theme or size it was looked at in.</param>
internal sealed record Finding(Judged By, string Place, string What)
{
    public override string ToString() => $"{Place}: {What}";
}
