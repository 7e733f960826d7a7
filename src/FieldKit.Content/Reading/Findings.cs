namespace FieldKit.Content.Reading;

/// <summary>Collects errors, and remembers which file and line each compiled object came from.</summary>
internal sealed class Findings
{
    private readonly List<ContentError> errors = [];
    private readonly List<ContentError> notices = [];
    private readonly Dictionary<object, (string File, int Line)> origins = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<ContentError> Errors => InOrder(errors);

    public IReadOnlyList<ContentError> Notices => InOrder(notices);

    public void Add(string file, int line, string rule, string message) => errors.Add(new(file, line, rule, message));

    public void Add(object about, string rule, string message)
    {
        var (file, line) = origins.TryGetValue(about, out var origin) ? origin : ("", 1);
        Add(file, line, rule, message);
    }

    /// <summary>Worth knowing, and no reason to hold content back.</summary>
    public void Notice(object about, string rule, string message) => notices.Add(new(FileOf(about), LineOf(about), rule, message));

    public string FileOf(object about) => origins.TryGetValue(about, out var origin) ? origin.File : "";

    public int LineOf(object about) => origins.TryGetValue(about, out var origin) ? origin.Line : 1;

    /// <summary>Says where <paramref name="made"/> came from, and gives it back.</summary>
    public T From<T>(T made, string file, int line)
        where T : class
    {
        origins[made] = (file, line);
        return made;
    }

    private static IReadOnlyList<ContentError> InOrder(IEnumerable<ContentError> found) =>
        [.. found.Distinct().OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line).ThenBy(error => error.Rule, StringComparer.Ordinal)];
}
