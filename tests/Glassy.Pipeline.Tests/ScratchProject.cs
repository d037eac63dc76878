using Glassy.Imaging;

namespace Glassy.Tests;

/// <summary>A project of its own with a small colour dataset that nobody has seen: three classes, 6×9 pixels.</summary>
internal sealed class ScratchProject : IDisposable
{
    public const int TrainPerClass = 12;
    public const int TestPerClass = 5;
    public static readonly string[] Classes = ["blue sky", "grass", "rose"];
    private static readonly ImageShape Shape = new(6, 9, 3);
    private readonly TemporaryProject _project = new();

    public ScratchProject()
    {
        for (var label = 0; label < Classes.Length; label++)
        {
            WritePictures($"flowers/train/{Classes[label]}", label, TrainPerClass);
            WritePictures($"flowers/test/{Classes[label]}", label, TestPerClass);
        }

        Write("glassy.yml", "dataset: flowers\nrun:\n  epochs: 2\nsite:\n  title: Flowers\n");
    }

    public string Root => _project.Root;

    public void Dispose() => _project.Dispose();

    public void Write(string file, string text) => _project.Write(file, text);

    public void Write(string file, byte[] content) => _project.Write(file, content);

    public string Read(string file) => File.ReadAllText(_project.PathOf(file));

    public IReadOnlyList<string> Files(string folder, string pattern) => Directory.Exists(Path.Combine(Root, folder))
        ? [.. Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)]
        : [];

    private void WritePictures(string folder, int label, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var pixels = new byte[Shape.Length];
            for (var p = 0; p < pixels.Length; p++)
            {
                // The class' own channel is bright; the rest varies from picture to picture.
                pixels[p] = (byte)(p % 3 == 2 - label ? 200 + ((i + p) % 50) : (i * 31 + p * 7) % 90);
            }

            _project.Write($"{folder}/{i:D3}.png", Png.Encode(pixels, Shape));
        }
    }
}
