namespace Glassy.Datasets;

/// <summary>What is known of a dataset besides its pictures, for the page that shows it.</summary>
/// <param name="Title">Its full name.</param>
/// <param name="Text">Where it comes from, in a sentence or two.</param>
/// <param name="Source">Where to read more; null when not known.</param>
public sealed record DatasetDescription(string Title, string Text, Uri? Source)
{
    /// <summary>The description of a dataset by its name; one of the author's own gets a plain one.</summary>
    public static DatasetDescription Of(string name) => name switch
    {
        MnistSource.DatasetName => new(
            "MNIST",
            "Handwritten digits of census clerks and school pupils, collected by the US National Institute of Standards and Technology and prepared by LeCun, Cortes and Burges. The best-known first exercise in the field.",
            new Uri("http://yann.lecun.com/exdb/mnist/")),
        DigitsSource.DatasetName => new(
            "OpenCV's handwritten digits",
            "The sample picture that comes with OpenCV: MNIST digits shrunk to 20×20 pixels, here scaled back to 28×28. The first 400 of each class are for training, the last 100 for test.",
            new Uri("https://github.com/opencv/opencv/blob/4.x/samples/data/digits.png")),
        _ => new(name, "A dataset of the author's own.", null),
    };
}
