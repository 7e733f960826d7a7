namespace FieldKit.Content.Fuzzing;

/// <param name="Targets">How many inputs each kind of parser got, and the longest that one took.</param>
/// <param name="Failures">Empty when all is well.</param>
public sealed record FuzzReport(int Inputs, IReadOnlyList<FuzzedTarget> Targets, IReadOnlyList<FuzzFailure> Failures);

public sealed record FuzzedTarget(string Name, int Inputs, int Refused, TimeSpan Longest);

/// <param name="Number">With the seed it makes the same input again.</param>
/// <param name="What">The exception that nobody expected, or how long it took.</param>
public sealed record FuzzFailure(int Number, string Target, string What);
