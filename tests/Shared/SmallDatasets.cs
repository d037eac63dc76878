using Glassy.Datasets;
using Glassy.Imaging;

namespace Glassy.Tests;

/// <summary>Made-up datasets that can be learnt: each class is bright in a place of its own, over noise.</summary>
internal static class SmallDatasets
{
    public static ImageDataset Make(ImageShape shape, int classes, int trainPerClass, int testPerClass)
    {
        var random = new Random(1);
        return new ImageDataset(
            "small",
            [.. Enumerable.Range(0, classes).Select(c => $"class {c}")],
            Split(shape, classes, trainPerClass, random),
            Split(shape, classes, testPerClass, random));
    }

    private static LabeledImages Split(ImageShape shape, int classes, int perClass, Random random)
    {
        var labels = Enumerable.Range(0, classes * perClass).Select(i => i % classes).ToArray();
        var pixels = new byte[labels.Length * shape.Length];
        for (var i = 0; i < pixels.Length; i++)
        {
            var label = labels[i / shape.Length];
            var isBright = i % shape.Length * classes / shape.Length == label;
            pixels[i] = (byte)(random.Next(60) + (isBright ? 150 : 0));
        }

        return new LabeledImages(shape, pixels, labels);
    }
}
