namespace FieldKit.ReportingPoint.Storage.Rows;

internal sealed class StaffRow
{
    public required Guid Id { get; set; }

    public required string Name { get; set; }

    /// <summary><see cref="Key"/> of the name: databases differ in how they compare letters, so we fold them here.</summary>
    public required string NameKey { get; set; }
    public required string Municipality { get; set; }
    public required string PasswordHash { get; set; }

    /// <summary>Separated by spaces.</summary>
    public required string Roles { get; set; }

    /// <summary>JSON of <see cref="FieldKit.Protocol.StaffKeyring"/>: private keys, wrapped.</summary>
    public required byte[] Keyring { get; set; }

    public static string Key(string name) => name.Trim().ToUpperInvariant();

    public IReadOnlyList<string> RoleList => Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
