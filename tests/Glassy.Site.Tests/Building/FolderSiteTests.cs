using System.Text;

namespace Glassy.Tests.Building;

/// <summary>
/// Every folder of <c>Sites/</c> gives the files that its <c>expected/</c> holds and the messages of its <c>messages.txt</c>, and no
/// others. With <c>GLASSY_WRITE=1</c> both are written anew: read the difference before it is committed.
/// </summary>
public sealed class FolderSiteTests
{
    private const string Expected = "expected", Messages = "messages.txt";

    /// <summary>What every site has and one of them is enough to show.</summary>
    private static readonly string[] Everywhere = [".nojekyll", "robots.txt", "404.html", "llms.txt"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Sites =>
        [.. Directory.EnumerateDirectories(FolderSite.All)
            .Select(folder => Path.GetFileName(folder)!)
            .Where(name => name[0] != '_')
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Sites))]
    public async Task A_site_gives_its_files_and_its_messages(string name)
    {
        using var site = new FolderSite(name);

        var (files, messages) = await site.BuildAsync(Token);

        var folder = Path.Combine(FolderSite.All, name);
        var shown = files.Where(file => name == "categories" || !Everywhere.Contains(file.Key)).ToDictionary();
        if (Environment.GetEnvironmentVariable("GLASSY_WRITE") == "1")
        {
            Write(folder, shown, messages);
        }

        var expected = Read(Path.Combine(folder, Expected));
        Assert.Equal(
            File.Exists(Path.Combine(folder, Messages)) ? await File.ReadAllTextAsync(Path.Combine(folder, Messages), Token) : "",
            messages);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), shown.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, file => Assert.Equal(Encoding.UTF8.GetString(file.Value), Encoding.UTF8.GetString(shown[file.Key])));
    }

    private static Dictionary<string, byte[]> Read(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes)
        : [];

    private static void Write(string folder, IReadOnlyDictionary<string, byte[]> files, string messages)
    {
        if (Directory.Exists(Path.Combine(folder, Expected)))
        {
            Directory.Delete(Path.Combine(folder, Expected), recursive: true);
        }

        foreach (var (file, bytes) in files)
        {
            var path = Path.Combine(folder, Expected, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!); // below the site's folder
            File.WriteAllBytes(path, bytes);
        }

        File.Delete(Path.Combine(folder, Messages));
        if (messages.Length > 0)
        {
            File.WriteAllText(Path.Combine(folder, Messages), messages);
        }
    }
}
