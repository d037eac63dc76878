using System.Globalization;
using Glassy.Datasets;

namespace Glassy.Publishing;

/// <summary>
/// Where a site has the files of a run, from its root. The primary run, which the site is about, has the short addresses; every other
/// one has a folder with its id, in which nothing of another run is.
/// </summary>
/// <param name="run">The run's id.</param>
/// <param name="dataset">The name of its dataset.</param>
/// <param name="isPrimary">Whether the site is about it.</param>
public sealed class RunAddresses(string run, string dataset, bool isPrimary)
{
    private readonly string _assets = isPrimary ? "assets/" : $"assets/runs/{run}/";

    /// <summary>What all addresses of a run begin with that is not the primary one; empty for the primary one.</summary>
    public string Root { get; } = isPrimary ? "" : $"assets/runs/{run}/";

    /// <summary>The folder of the dataset's pictures and the run's charts.</summary>
    public string Dataset => $"{_assets}datasets/{FileSafeName.Of(dataset, "dataset")}";

    /// <param name="file">One of the charts in <see cref="Runs.RunFiles"/>, or the sheet of the first layer's weights.</param>
    public string Chart(string file) => $"{Dataset}/confusion-matrices/{file}";

    /// <summary>Pictures side by side: a page names each strip hundreds of times, so that its address is short.</summary>
    /// <param name="name">What is in it.</param>
    /// <param name="number">0-based.</param>
    public string Strip(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{_assets}strips/{name}-{number}.png");

    /// <summary>The strips with all test pictures; what follows is their number and ending.</summary>
    public string GalleryStrips => $"{_assets}strips/all-";

    /// <param name="number">0-based.</param>
    /// <param name="ending">Of the file, with its dot.</param>
    public string GalleryStrip(int number, string ending) =>
        string.Create(CultureInfo.InvariantCulture, $"{GalleryStrips}{number}{ending}");

    /// <summary>What is known of the test pictures, for the page that shows them all.</summary>
    public string GalleryAttributes => $"{_assets}strips/all.js";

    /// <param name="file">What a browser needs to read drawings.</param>
    public string Drawing(string file) => $"{_assets}drawing/{file}";

    /// <param name="file">One of <see cref="SiteFileNames"/>.</param>
    public string Download(string file) => Root + file;

    /// <summary>What the address of a test picture's own page has behind that of the page with all of them.</summary>
    /// <param name="index">In the test split.</param>
    public string PicturePage(int index) => string.Create(CultureInfo.InvariantCulture, $"{(isPrimary ? "" : run + "/")}{index}");
}
