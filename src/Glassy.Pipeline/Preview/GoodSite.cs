using System.Text;
using Glassy.Building;
using Glassy.Pipelines;

namespace Glassy.Preview;

/// <summary>The last build without mistakes, and what it takes to render pages again in the same site.</summary>
/// <param name="settings">How it was built.</param>
/// <param name="site">Its pages.</param>
public sealed class GoodSite(BuildSettings settings, RenderedSite site)
{
    private readonly ChangedPages _pages = new(site);

    public BuildSettings Settings => settings;

    /// <summary>The files of its pages, relative to the output folder.</summary>
    public IEnumerable<string> PageFiles => _pages.Files;

    /// <summary>Renders changed pages as a whole build would that finds nothing else changed.</summary>
    /// <param name="changed">Absolute paths of all files that have changed since this build.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    /// <returns>Their files, or their mistakes; null when only a whole build can tell what they come to.</returns>
    public BuiltSite? Update(IReadOnlyCollection<string> changed, CancellationToken cancellationToken)
    {
        var texts = new List<InputText>();
        foreach (var path in changed)
        {
            var inputPath = Path.GetRelativePath(settings.Input, path).Replace('\\', '/');
            if (!_pages.Has(inputPath) || Read(path) is not { } text)
            {
                return null;
            }

            texts.Add(new InputText(settings.Project.Relative(path), inputPath, text));
        }

        return _pages.Render(texts, cancellationToken);
    }

    /// <summary>Null when the file is gone or being replaced.</summary>
    private static string? Read(string path)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes(path)); // as documents have it
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
