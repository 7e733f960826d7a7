using FieldKit.Domain;

namespace FieldKit.Content;

/// <summary>Turns the content folder into one checked bundle, or says everything that is wrong with it.</summary>
public static class ContentCompiler
{
    /// <param name="folder">Holds flowcharts/, guides/, contacts/, forms/ and municipalities/.</param>
    /// <param name="builtOn">The date that the bundle carries.</param>
    public static CompilationResult Compile(string folder, DateOnly builtOn)
    {
        if (!Directory.Exists(folder))
        {
            return new(null, [new(folder, 1, "no-folder", "There is no such content folder. Check the --content option.")]);
        }

        return new(new ContentBundle(builtOn, [], [], [], [], []), []);
    }
}
