namespace Glassy.Tests;

/// <summary>Tests that compute with torch run one after another: its thread count and its count of live tensors are the process'.</summary>
[CollectionDefinition(Name)]
public sealed class TorchTests
{
    public const string Name = "torch";
}
