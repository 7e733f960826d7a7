using System.Diagnostics;
using OpenTelemetry;

namespace FieldKit.ReportingPoint.Telemetry;

/// <summary>
/// A trace tells by which route somebody came and how it went. Addresses, of people and of signals, stay here: a collector is another
/// machine, with other people to read it.
/// </summary>
internal sealed class RoutesOnly : BaseProcessor<Activity>
{
    public const string Method = "http.request.method";
    public const string Route = "http.route";
    public const string Status = "http.response.status_code";
    private static readonly HashSet<string> Told = [Method, Route, Status];

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.ToList())
        {
            if (!Told.Contains(name))
            {
                data.SetTag(name, null);
            }
        }

        data.DisplayName = $"{data.GetTagItem(Method)} {data.GetTagItem(Route) ?? "no route"}";
    }
}
