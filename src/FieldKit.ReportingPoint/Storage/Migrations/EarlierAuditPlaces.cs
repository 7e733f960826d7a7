namespace FieldKit.ReportingPoint.Storage.Migrations;

/// <summary>
/// Places for the entries of the audit log from before it kept the municipality. What tells of none, or of two, gets none: whose it is would be
/// a guess.
/// </summary>
internal static class EarlierAuditPlaces
{
    public static string Fill(bool isPostgres) =>
        $"""
        INSERT INTO audit_places (municipality, sequence, at, action, actor, about, about_too)
        SELECT known.municipality, audit.sequence, audit.at, audit.action, audit.actor, {IdIn(isPostgres, "audit.subject", 1)}, {IdIn(isPostgres, "audit.subject", 38)}
        FROM audit JOIN ({Known(isPostgres)}) AS known ON known.sequence = audit.sequence
        WHERE audit.municipality IS NULL
        """;

    /// <summary>The entries of which something tells the municipality, and nothing tells another one.</summary>
    private static string Known(bool isPostgres) =>
        $"""
        SELECT sequence, min(municipality) AS municipality FROM (
          SELECT entry.sequence, staff.municipality FROM audit entry JOIN staff ON staff.id = entry.actor
          UNION
          SELECT entry.sequence, staff.municipality FROM audit entry
          JOIN audit removal ON removal.action = 'staff-removed' AND {IdIn(isPostgres, "removal.subject", 1)} = entry.actor
          JOIN staff ON staff.id = removal.actor
          UNION
          SELECT entry.sequence, municipalities.id FROM audit entry
          JOIN municipalities ON substr(entry.subject || ' ', 1, length(municipalities.id) + 1) = municipalities.id || ' '
          UNION
          SELECT entry.sequence, staff.municipality FROM audit entry JOIN staff ON staff.id = {IdIn(isPostgres, "entry.subject", 1)}
          UNION
          SELECT entry.sequence, devices.municipality FROM audit entry JOIN devices ON devices.id = {IdIn(isPostgres, "entry.subject", 1)}
          UNION
          SELECT entry.sequence, envelopes.municipality FROM audit entry
          JOIN municipalities ON length(entry.subject) >= 36
          JOIN envelopes ON envelopes.municipality = municipalities.id AND envelopes.id = {IdIn(isPostgres, "entry.subject", 1)}
        ) AS told GROUP BY sequence HAVING count(DISTINCT municipality) = 1
        """;

    /// <summary>The id that a text has from this letter on (the first is 1), or null.</summary>
    private static string IdIn(bool isPostgres, string text, int from) => isPostgres
        ? $"(CASE WHEN substr({text}, {from}, 36) ~ '^[0-9a-f]{{8}}(-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}}$' THEN substr({text}, {from}, 36)::uuid END)"
        : $"(CASE WHEN length(substr({text}, {from}, 36)) = 36 THEN unhex(replace(substr({text}, {from}, 36), '-', '')) END)";
}
