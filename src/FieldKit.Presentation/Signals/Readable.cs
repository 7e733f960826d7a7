namespace FieldKit.Presentation.Signals;

/// <summary>One question with what was answered, in the language it is read in.</summary>
public sealed record ReadableLine(string Field, string Question, string Answer);

/// <summary>A section, or one repetition of it ("Feit 2").</summary>
public sealed record ReadableBlock(string Title, IReadOnlyList<ReadableLine> Lines);

/// <summary>A signal as its reader gets it (facts.md G3): facts first, the opinion apart, names last and closed.</summary>
public sealed record Readable(
    IReadOnlyList<ReadableBlock> Blocks, IReadOnlyList<ReadableLine> Opinion, IReadOnlyList<ReadableLine> Name);
