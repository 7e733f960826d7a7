namespace FieldKit.ReportingPoint.Doorstep;

/// <summary>Of an endpoint that a browser is sent to, not a program: who comes too often is sent on to a page that says so.</summary>
internal sealed record RefusedToPage(string Address);
