using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>What a run's model says of the author's own drawings.</summary>
/// <param name="Test">One prediction a drawing.</param>
/// <param name="Log">The lines of a log, each with its end.</param>
/// <param name="Chart">Absolute path of the PNG of their confusion matrix.</param>
public sealed record TestedDrawings(CustomTest Test, string Log, string Chart);
