using System.Text;

namespace FieldKit.Cli;

/// <summary>Name and password from the environment or from the keyboard; never from arguments, which other users of a machine can see.</summary>
internal sealed record Credentials(string Name, string Password)
{
    private const string NameVariable = "FIELDKIT_NAME";
    public const string PasswordVariable = "FIELDKIT_PASSWORD";

    public static Credentials Ask(TextWriter output) => new(
        Environment.GetEnvironmentVariable(NameVariable) ?? Prompt("Naam / name: ", output, Console.ReadLine),
        Environment.GetEnvironmentVariable(PasswordVariable) ?? Prompt("Wachtwoord / password: ", output, ReadUnseen));

    /// <summary>A secret that somebody chooses now: from the environment, or typed twice.</summary>
    /// <returns>Null when the two differ.</returns>
    public static string? AskNew(string variable, string question, TextWriter output)
    {
        if (Environment.GetEnvironmentVariable(variable) is { } given)
        {
            return given;
        }

        var first = Prompt($"{question}: ", output, ReadUnseen);
        return Prompt("Nog eens / again: ", output, ReadUnseen) == first ? first : null;
    }

    private static string Prompt(string question, TextWriter output, Func<string?> read)
    {
        output.Write(question);
        return read() ?? "";
    }

    private static string? ReadUnseen()
    {
        if (Console.IsInputRedirected)
        {
            return Console.ReadLine();
        }

        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key != ConsoleKey.Backspace)
            {
                typed.Append(key.KeyChar);
            }
            else if (typed.Length > 0)
            {
                typed.Length--;
            }
        }

        Console.WriteLine();
        return typed.ToString();
    }
}
