using FieldKit.Domain.Flowcharts;

namespace FieldKit.Presentation.Flowcharts;

/// <param name="Answer">The choice taken here, or the one last taken before walking back; null when never answered.</param>
public sealed record WalkedStep(Flowchart Chart, FlowStep Step, FlowChoice? Answer);
