using System.Net;
using System.Net.Http.Json;
using FieldKit.Protocol;

namespace FieldKit.ReportingPoint.Tests.Personas;

internal static class Expect
{
    public static async Task<Problem> RefusalAsync(HttpStatusCode status, string code, HttpResponseMessage answer)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync(ProtocolJson.Default.Problem);
        Assert.Equal((code, (int)status), (problem!.Code, problem.Status));
        answer.Dispose();
        return problem;
    }

    public static void Refused(string code, EnvelopeOutcome outcome) => Assert.Equal((null, code), (outcome.Sequence, outcome.Refusal));
}
