using System.Text.Json;
using System.Text.Json.Serialization;
using FieldKit.Protocol;

namespace FieldKit.ReportingPoint.Staff.Providers;

/// <summary>Reads the files that <c>--providers</c> names, one for each municipality. What is not understood stops the start: half a map of roles is worse than none.</summary>
internal static class ProviderFiles
{
    private const int NameLetters = 40;

    /// <exception cref="InvalidOperationException">Says which file, and what is wrong with it.</exception>
    public static IReadOnlyList<ProviderSettings> Read(IConfiguration configuration)
    {
        var paths = configuration["providers"]?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        var read = paths.Select(ReadOne).ToList();
        return read.GroupBy(settings => settings.Municipality).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new InvalidOperationException($"--providers names two files for '{twice.Key}'.")
            : read;
    }

    private static ProviderSettings ReadOne(string path)
    {
        try
        {
            var settings = JsonSerializer.Deserialize(File.ReadAllBytes(path), ProviderJson.Default.ProviderSettings) ?? throw new JsonException("It is empty.");
            return FaultOf(settings) is { } fault ? throw new InvalidOperationException($"{path}: {fault}") : settings;
        }
        catch (JsonException failure)
        {
            throw new InvalidOperationException($"{path}: {failure.Message}", failure);
        }
    }

    private static string? FaultOf(ProviderSettings settings) =>
        !settings.Municipality.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-') || settings.Municipality.Length == 0 ? "'municipality' is its name as in content/municipalities/."
        : !IsSafe(settings.Authority) ? "'authority' is an https address without query or fragment."
        : settings.ClientId.Length == 0 ? "'clientId' is empty."
        : !IsName(settings.Name.Nl) || !IsName(settings.Name.En) ? $"'name' has 1 to {NameLetters} characters on one line, as nl and as en."
        : settings.ClientSecretFile is { } secret && !File.Exists(secret) ? "'clientSecretFile' is not there."
        : settings.Roles is { Count: 0 } ? "'roles' is empty: leave it out, or nobody comes in."
        : settings.Roles is null != (settings.GroupsClaim is null) ? "'groupsClaim' and 'roles' go together."
        : settings.Roles?.Values.FirstOrDefault(role => !StaffRoles.All.Contains(role)) is { } unknown ? $"'{unknown}' is no role; those are {string.Join(", ", StaffRoles.All)}."
        : null;

    private static bool IsSafe(Uri authority) =>
        authority.IsAbsoluteUri && authority.Query.Length == 0 && authority.Fragment.Length == 0
        && (authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback));

    private static bool IsName(string name) => OneLine.IsName(name, 1, NameLetters);
}

/// <summary>A name that is not known is refused: a misspelt 'roles' would let everybody keep what they have.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ProviderSettings))]
internal sealed partial class ProviderJson : JsonSerializerContext;
