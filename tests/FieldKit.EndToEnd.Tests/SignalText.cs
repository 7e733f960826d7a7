namespace FieldKit.EndToEnd.Tests;

/// <summary>What the worker types; the canary words must be found nowhere but with the two people they are for.</summary>
internal static class SignalText
{
    public const string Canary = "zonnebloemkwartet";

    public const string AdviceCanary = "kastanjewandeling";

    public const string Script = "<img src=x onerror=\"document.title='geraakt'\">";

    public static string Fact => $"Riep tijdens het toernooi drie keer: \"jullie snappen mij niet\" {Canary} {Script}";

    public static string Advice => $"Houd het contact. Bel ons als hij twee weken wegblijft. {AdviceCanary} {Script}";
}
