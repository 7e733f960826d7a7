namespace FieldKit.ReportingPoint.Storage.Rows;

/// <summary>A one-time code with which somebody begins at the desk, or begins again; gone once it is used or taken back.</summary>
internal sealed class StaffStartRow
{
    /// <summary>SHA-256 of the whole code in UTF-8; the code itself is shown once and not kept.</summary>
    public required byte[] SecretHash { get; set; }
    public required string Municipality { get; set; }

    /// <summary>Of the member who begins with it: a new id, or that of somebody who is there and begins again.</summary>
    public required Guid Staff { get; set; }

    /// <summary>Whom the administrator gave it to; who begins may choose another.</summary>
    public required string Name { get; set; }

    /// <summary>Separated by spaces.</summary>
    public required string Roles { get; set; }

    /// <summary>First moment at which it no longer holds.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    public IReadOnlyList<string> RoleList => Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
