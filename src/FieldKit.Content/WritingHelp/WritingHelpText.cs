using FieldKit.Domain.WritingHelp;

namespace FieldKit.Content.WritingHelp;

/// <summary>A writing-help file: what the app gets, and the sentences that only the compiler tries it on.</summary>
/// <param name="Mirrors">Sentences of one mirror tell the same about other groups.</param>
internal sealed record WritingHelpText(WritingAid Aid, IReadOnlyList<MirrorSentences> Mirrors, IReadOnlyList<ExampleSentence> Examples);

internal sealed record MirrorSentences(IReadOnlyList<string> Sentences);

/// <param name="Gives">Exactly these kinds.</param>
internal sealed record ExampleSentence(string Text, IReadOnlyList<string> Gives);
