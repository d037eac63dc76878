using System.Text.Json;

namespace Glassy.Tests.Drawing;

/// <summary>The program's half of the golden vectors; <c>DrawPadTests</c> of the browser tests is the other.</summary>
[Collection(TorchTests.Name)]
public sealed class GoldenTests
{
    private readonly Lazy<GoldenVectors> _recorded = new(GoldenVectors.Read);
    private readonly GoldenVectors _made = GoldenMaker.Make();

    private GoldenVectors Golden => _recorded.Value;

    [Fact]
    public void Drawings_become_the_recorded_pixels()
    {
        Assert.Equal(Golden.Drawings.Select(sheet => sheet.Name), _made.Drawings.Select(sheet => sheet.Name));
        Assert.All(Golden.Drawings.Zip(_made.Drawings), pair => Assert.Equal(pair.First.Pixels, pair.Second.Pixels));
        Assert.Single(Golden.Drawings, sheet => sheet.Pixels is null);
    }

    [Fact]
    public void Networks_give_the_recorded_logits()
    {
        Assert.Equal(4, Golden.Networks.Count);
        Assert.Contains(Golden.Networks, network => network.Layers.Any(layer => layer.Over is not null));
        Assert.All(Golden.Networks.Zip(_made.Networks), pair =>
        {
            Assert.Equal(pair.First.Pixels, pair.Second.Pixels);
            Assert.Equal(pair.First.Layers.Select(layer => layer.Weights), pair.Second.Layers.Select(layer => layer.Weights));
            Assert.All(pair.First.Logits.Zip(pair.Second.Logits), logits => Assert.Equal(logits.First, logits.Second, 1e-3f));
        });
    }

    /// <summary>Run it by hand after a change of the specification, and read the difference.</summary>
    [Fact(Explicit = true)]
    public void Writes_the_golden_vectors() =>
        File.WriteAllText(GoldenVectors.File, JsonSerializer.Serialize(_made, GoldenVectors.Json) + "\n");
}
