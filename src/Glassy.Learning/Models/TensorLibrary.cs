using TorchSharp;

namespace Glassy.Models;

/// <summary>The tensor library that computes.</summary>
public static class TensorLibrary
{
    /// <summary>TorchSharp's version, such as <c>0.107.0</c>; asking for it does not load libtorch.</summary>
    public static string Version { get; } = typeof(torch).Assembly.GetName().Version?.ToString(3)
        ?? throw new InvalidOperationException("TorchSharp's assembly has no version");
}
