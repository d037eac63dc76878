using System.Text.Json.Nodes;

namespace Glassy.Runs;

/// <summary>What decides the weights.</summary>
internal sealed record TrainingIdentity(int Recipe, string TorchSharp, JsonObject Options, string Dataset);

/// <summary>What decides a run.</summary>
internal sealed record RunIdentity(int Recipe, int SchemaVersion, string Training, string DatasetName);
