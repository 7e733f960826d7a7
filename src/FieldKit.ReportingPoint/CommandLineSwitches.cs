namespace FieldKit.ReportingPoint;

/// <summary>The configuration's command line wants a value for every name; a switch stands alone.</summary>
internal static class CommandLineSwitches
{
    public static string[] Expand(string[] arguments) =>
        [.. arguments.Select(argument => argument == "--demo" ? "--demo=true" : argument)];
}
