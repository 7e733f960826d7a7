using FieldKit.ReportingPoint.Doorstep;

namespace FieldKit.ReportingPoint.Description;

/// <summary>
/// What an endpoint takes, gives and refuses, said where it is mapped. The document of the interface is made of it, and the tests
/// hold every answer to it.
/// </summary>
internal static class EndpointWords
{
    private const string JsonType = "application/json";

    /// <param name="name">Unique; in camelCase, as code generators want it.</param>
    public static RouteHandlerBuilder Described(this RouteHandlerBuilder endpoint, string name, string summary) => endpoint.WithName(name).WithSummary(summary);

    public static TBuilder Takes<TBuilder>(this TBuilder endpoint, Type json)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Taken(json, JsonType));

    public static TBuilder TakesBytes<TBuilder>(this TBuilder endpoint, string mediaType)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Taken(null, mediaType));

    public static TBuilder Gives<TBuilder>(this TBuilder endpoint, Type json)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Given(StatusCodes.Status200OK, json, JsonType));

    public static TBuilder GivesBytes<TBuilder>(this TBuilder endpoint, string mediaType, int status = StatusCodes.Status200OK)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Given(status, null, mediaType));

    public static TBuilder GivesNothing<TBuilder>(this TBuilder endpoint, int status = StatusCodes.Status204NoContent)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Given(status, null, null));

    /// <summary>Beside what any call may meet, which <see cref="OperationWords"/> adds.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder endpoint, params Refusal[] refusals)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata([.. refusals.Select(refusal => new Refused(refusal))]);

    /// <param name="scheme">One of <see cref="SecuritySchemes"/>.</param>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, string scheme)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Needed(scheme));
}

internal sealed record Taken(Type? Json, string MediaType);

/// <param name="MediaType">Null for an answer without a body.</param>
internal sealed record Given(int Status, Type? Json, string? MediaType);

internal sealed record Refused(Refusal Refusal);

internal sealed record Needed(string Scheme);
