namespace FieldKit.Benchmarks.Sync;

/// <summary>Where the floor keeps its blobs.</summary>
internal interface IPlainStore : IAsyncDisposable
{
    /// <summary>One durable transaction.</summary>
    Task KeepAsync(IReadOnlyList<byte[]> blobs);
}
