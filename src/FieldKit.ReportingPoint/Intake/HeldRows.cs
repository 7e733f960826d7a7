namespace FieldKit.ReportingPoint.Intake;

/// <summary>What an exchange has to know of its municipality, and what stays so until its commit.</summary>
/// <param name="Last">The sequence given out last.</param>
/// <param name="Epochs">Keys that may be sealed to.</param>
/// <param name="Known">Stored, by id: those that have the id of one of the exchange's envelopes, or are what one of them is about.</param>
internal sealed record HeldRows(long Last, IReadOnlySet<int> Epochs, Dictionary<Guid, KnownEnvelope> Known);
