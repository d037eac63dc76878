using Glassy.Data;
using Glassy.Imaging;

namespace Glassy.Tests.Cli;

/// <summary>A project of its own with a small colour dataset that nobody has seen: three classes, 6×9 pixels.</summary>
internal sealed class ScratchProject : IDisposable
{
    public const int TrainPerClass = 12;
    public const int TestPerClass = 5;
    public static readonly string[] Classes = ["blue sky", "grass", "rose"];
    private static readonly ImageShape Shape = new(6, 9, 3);

    public ScratchProject()
    {
        for (var label = 0; label < Classes.Length; label++)
        {
            WritePictures($"flowers/train/{Classes[label]}", label, TrainPerClass);
            WritePictures($"flowers/test/{Classes[label]}", label, TestPerClass);
        }

        Write("glassy.yml", "dataset: flowers\nrun:\n  epochs: 2\nsite:\n  title: Flowers\n");
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("glassy-project-").FullName;

    public void Dispose() => Directory.Delete(Root, recursive: true);

    public void Write(string file, string text)
    {
        var path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // inside the root
        File.WriteAllText(path, text);
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public IReadOnlyList<string> Files(string folder, string pattern) => Directory.Exists(Path.Combine(Root, folder))
        ? [.. Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)]
        : [];

    private void WritePictures(string folder, int label, int count)
    {
        Directory.CreateDirectory(Path.Combine(Root, folder));
        for (var i = 0; i < count; i++)
        {
            var pixels = new byte[Shape.Length];
            for (var p = 0; p < pixels.Length; p++)
            {
                // The class' own channel is bright; the rest varies from picture to picture.
                pixels[p] = (byte)(p % 3 == 2 - label ? 200 + ((i + p) % 50) : (i * 31 + p * 7) % 90);
            }

            File.WriteAllBytes(Path.Combine(Root, folder, $"{i:D3}.png"), PngEncoder.Encode(pixels, Shape));
        }
    }
}
