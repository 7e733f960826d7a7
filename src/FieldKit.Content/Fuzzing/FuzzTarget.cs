namespace FieldKit.Content.Fuzzing;

/// <summary>Something that reads what others wrote.</summary>
/// <param name="Make">Makes the input of this round and gives the reading of it; the reading says whether the input was refused.</param>
/// <param name="Every">Takes part once in so many rounds: some readings are of a whole folder.</param>
internal sealed record FuzzTarget(string Name, int Every, Func<Random, Func<bool>> Make);
