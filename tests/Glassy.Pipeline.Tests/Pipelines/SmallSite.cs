using Glassy.Configuration;
using Glassy.Imaging;
using Glassy.Pipelines;
using Glassy.Progress;
using Glassy.Runs;

namespace Glassy.Tests.Pipelines;

/// <summary>
/// A small site with everything in it that builds keep in their cache, built in this process. One of its test pictures is misread by any
/// model.
/// </summary>
internal sealed class SmallSite : IDisposable
{
    private static readonly ImageShape Shape = new(9, 6, 1);
    private readonly TemporaryProject _project = new();

    public SmallSite()
    {
        for (var i = 0; i < 4; i++)
        {
            _project.Write($"bars/train/up/{i}.png", Bar(i, isUp: true));
            _project.Write($"bars/train/flat/{i}.png", Bar(i, isUp: false));
        }

        _project.Write("bars/test/up/0.png", Bar(1, isUp: true));
        _project.Write("bars/test/flat/0.png", Bar(1, isUp: false));
        _project.Write("bars/test/flat/1.png", Bar(1, isUp: true)); // the first one again, as the other class
        _project.Write("data/test/up-1.png", Bar(2, isUp: true));
        _project.Write("input/photo.jpg", TestPicture.Photograph(1400, 40));
        _project.Write(
            "input/index.md",
            "---\nslug: /\n---\n# All\n\n![](./photo.jpg)\n\n<DrawPad />\n\n<ErrorsExplorer />\n\n<FirstLayerWeights />\n\n<PreprocessingSteps />\n\n[r](/results.json)\n");
        _project.Write("glassy.yml", "dataset: bars\nrun:\n  epochs: 1\n  hidden: [4]\nsite:\n  socialCards: false\n");
    }

    public RunStore Runs => new(_project.Folder);

    public string PathOf(string file) => _project.PathOf(file);

    public void Write(string file, string text) => _project.Write(file, text);

    public void Write(string file, byte[] content) => _project.Write(file, content);

    /// <summary>Builds the site; mistakes fail the test.</summary>
    public async Task BuildAsync(string? runId = null)
    {
        var yaml = await File.ReadAllTextAsync(PathOf("glassy.yml"), TestContext.Current.CancellationToken);
        var build = new BuildSettings(
            _project.Folder, PathOf("input"), PathOf("output"), ConfigReader.Read(yaml, "glassy.yml"), NoProgress.Instance)
        {
            RunId = runId,
        };
        Assert.Empty((await BuildPipelines.OfSite(build).RunAsync(TestContext.Current.CancellationToken)).Diagnostics);
    }

    /// <summary>The bytes of the files below a folder, by their paths in it.</summary>
    public SortedDictionary<string, byte[]> FilesOf(string folder) => new(
        Directory.EnumerateFiles(PathOf(folder), "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(PathOf(folder), path).Replace('\\', '/'), File.ReadAllBytes),
        StringComparer.Ordinal);

    public void Dispose() => _project.Dispose();

    private static byte[] Bar(int at, bool isUp)
    {
        var pixels = new byte[Shape.Length];
        for (var i = 0; i < Shape.Length; i++)
        {
            var (x, y) = (i % Shape.Width, i / Shape.Width);
            pixels[i] = (byte)((isUp ? x : y) == at ? 255 : 0);
        }

        return Png.Encode(pixels, Shape);
    }
}
