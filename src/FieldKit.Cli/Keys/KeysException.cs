namespace FieldKit.Cli.Keys;

/// <summary>Why not, in words for who typed the command. Never a secret.</summary>
internal sealed class KeysException(string message) : Exception(message);
