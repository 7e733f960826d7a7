using FieldKit.Content;
using FieldKit.Domain;

namespace FieldKit.Cli;

/// <summary>Content from a folder, for commands that go on only when nothing is wrong with it.</summary>
internal static class CompiledContent
{
    /// <returns>Null when there are errors; they have then been said.</returns>
    public static ContentBundle? TryCompile(string folder, DateOnly builtOn, TextWriter output) =>
        TryCompileWhole(folder, builtOn, output)?.Bundle;

    /// <returns>With a bundle, or null when there are errors; they have then been said.</returns>
    public static CompilationResult? TryCompileWhole(string folder, DateOnly builtOn, TextWriter output)
    {
        var result = ContentCompiler.Compile(folder, builtOn);
        foreach (var error in result.Errors)
        {
            output.WriteLine(error);
        }

        if (result.Bundle is null)
        {
            output.WriteLine($"{result.Errors.Count} fout(en) / error(s)");
        }

        return result.Bundle is null ? null : result;
    }
}
