using FieldKit.Protocol;
using FieldKit.ReportingPoint.Content;
using FieldKit.ReportingPoint.Description;

namespace FieldKit.ReportingPoint.Staff.State;

/// <summary>How the desk and the reporting point are doing.</summary>
internal static class StateFeature
{
    public static void AddState(this IServiceCollection services)
    {
        services.AddSingleton<NodeStart>();
        services.AddSingleton<FreeStorage>();
        services.AddSingleton<OpenedSoFar>();
        services.AddScoped<WorkCount>();
        services.AddScoped<SystemLook>();
    }

    public static void MapState(RouteGroupBuilder staff)
    {
        StaffFeature.SignedIn(staff, [.. StaffRoles.Readers, StaffRoles.Administrator]).AddEndpointFilter(LatestContent.Look)
            .MapGet("/work", async (WorkCount work) => Results.Json(await work.CountAsync(), ProtocolJson.Default.DeskWork))
            .Described("work", "What waits at the desk, how long, and how fast writers hear something.")
            .Gives(typeof(DeskWork));
        StaffFeature.SignedIn(staff, [StaffRoles.Administrator])
            .MapGet("/system", async (SystemLook system) => Results.Json(await system.LookAsync(), ProtocolJson.Default.SystemState))
            .Described("system", "How the reporting point is; for an administrator.")
            .Gives(typeof(SystemState));
    }
}
