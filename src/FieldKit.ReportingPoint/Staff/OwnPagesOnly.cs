using FieldKit.ReportingPoint.Doorstep;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>A call that changes something carries a header that a form on another site cannot send (beside the SameSite cookie).</summary>
internal static class OwnPagesOnly
{
    private const string Header = "X-FieldKit";

    public static ValueTask<object?> Check(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var request = call.HttpContext.Request;
        return HttpMethods.IsGet(request.Method) || request.Headers[Header] == "1"
            ? next(call)
            : ValueTask.FromResult<object?>(Refusal.NotAllowed);
    }
}
