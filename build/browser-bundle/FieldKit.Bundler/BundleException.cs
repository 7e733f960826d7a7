namespace FieldKit.Bundler;

/// <summary>Why no bundle could be made, in one line for the build log.</summary>
internal sealed class BundleException(string message) : Exception(message);
