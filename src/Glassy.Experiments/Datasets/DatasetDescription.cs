namespace Glassy.Datasets;

/// <summary>What is known of a dataset besides its pictures. What is said of it is among the words of the site's language.</summary>
/// <param name="Key">What its words are called; null for one of the author's own.</param>
/// <param name="Title">Its full name in English.</param>
/// <param name="Source">Where to read more; null when not known.</param>
public sealed record DatasetDescription(string? Key, string Title, Uri? Source)
{
    /// <summary>The description of a dataset by its name; one of the author's own gets a plain one.</summary>
    public static DatasetDescription Of(string name) => name switch
    {
        MnistSource.DatasetName => new("mnist", "MNIST", new Uri("http://yann.lecun.com/exdb/mnist/")),
        DigitsSource.DatasetName => new(
            "digits", "OpenCV's handwritten digits", new Uri("https://github.com/opencv/opencv/blob/4.x/samples/data/digits.png")),
        _ => new(null, name, null),
    };
}
