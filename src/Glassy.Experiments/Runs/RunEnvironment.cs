namespace Glassy.Runs;

/// <summary>Where a run was made.</summary>
/// <param name="Glassy">This program's version.</param>
/// <param name="TorchSharp">The tensor library's version.</param>
/// <param name="Dotnet">The runtime's version.</param>
/// <param name="Os">The operating system, as the runtime describes it.</param>
/// <param name="Architecture">The processor's architecture.</param>
/// <param name="Processors">Logical processors.</param>
/// <param name="Device"><c>cpu</c>.</param>
public sealed record RunEnvironment(
    string Glassy,
    string TorchSharp,
    string Dotnet,
    string Os,
    string Architecture,
    int Processors,
    string Device);
