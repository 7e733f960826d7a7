using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace FieldKit.App.Browser;

/// <summary>What was done in the page before the app stood there (wwwroot/boot.js).</summary>
[SupportedOSPlatform("browser")]
internal static class StaticPage
{
    private const string Answered = "firstAnswered";

    /// <summary>The very first question was answered.</summary>
    public static bool IsFirstAnswered => JSHost.GlobalThis.HasProperty(Answered) && JSHost.GlobalThis.GetPropertyAsBoolean(Answered);
}
