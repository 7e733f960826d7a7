using FieldKit.Domain.Signals;

namespace FieldKit.Presentation.Flowcharts;

/// <summary>Carries the path from an outcome to a new signal. In memory only: a path is about a person and is never kept in the clear.</summary>
public sealed class PathHandover
{
    private IReadOnlyList<PathStep> path = [];

    public void Offer(IReadOnlyList<PathStep> steps) => path = steps;

    /// <summary>The path, once: the next signal starts without it.</summary>
    public IReadOnlyList<PathStep> Take()
    {
        var taken = path;
        path = [];
        return taken;
    }
}
