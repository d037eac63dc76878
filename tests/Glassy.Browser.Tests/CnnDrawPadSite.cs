namespace Glassy.BrowserTests;

/// <summary>The same site about a convolutional network, of the shipped recipe's size.</summary>
public sealed class CnnDrawPadSite : DrawPadSite
{
    protected override string ProjectName => "draw-project-cnn";

    protected override string Recipe => "run: { model: cnn, hidden: [64], epochs: 2, normalize: scale }\n";
}
