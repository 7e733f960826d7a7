namespace FieldKit.ReportingPoint.Staff.Live;

/// <summary>An open inbox hears of what came in, and of what a colleague did, without asking again and again.</summary>
internal static class LiveInbox
{
    public static void AddLiveInbox(this IServiceCollection services) => services
        .AddSingleton<InboxBell>()
        .AddSingleton<InboxStream>()
        .AddHostedService<OtherNodes>();

    /// <summary>For a call that changes what colleagues see. A refusal rings too, and costs them one look.</summary>
    public static async ValueTask<object?> RingAfterwards(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var services = call.HttpContext.RequestServices;
        var answer = await next(call);
        services.GetRequiredService<InboxBell>().Ring(services.GetRequiredService<CurrentStaff>().Municipality);
        return answer;
    }
}
