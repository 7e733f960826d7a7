namespace FieldKit.ReportingPoint.Doorstep;

/// <summary>So many at the same time, for each key.</summary>
internal sealed class Places<TKey>(int each)
    where TKey : notnull
{
    private readonly Lock turn = new();
    private readonly Dictionary<TKey, int> taken = [];

    /// <returns>To give back by disposing it once; null when all are taken.</returns>
    public IDisposable? TryTake(TKey key)
    {
        lock (turn)
        {
            var before = taken.GetValueOrDefault(key);
            if (before == each)
            {
                return null;
            }

            taken[key] = before + 1;
            return new Place(this, key);
        }
    }

    private void GiveBack(TKey key)
    {
        lock (turn)
        {
            if (--taken[key] == 0)
            {
                taken.Remove(key);
            }
        }
    }

    private sealed class Place(Places<TKey> of, TKey key) : IDisposable
    {
        public void Dispose() => of.GiveBack(key);
    }
}
