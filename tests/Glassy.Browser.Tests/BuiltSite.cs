using System.Diagnostics;
using System.Text;
using Glassy.Pipelines;

namespace Glassy.BrowserTests;

/// <summary>The site that these tests look at: the folder in $GLASSY_SITE, or one that they build of this repository.</summary>
internal static class BuiltSite
{
    private static readonly Lazy<string> Built = new(Build);

    /// <summary>Absolute path of the site's folder.</summary>
    /// <exception cref="InvalidOperationException">The build failed; the message is what it said.</exception>
    public static string Folder => Built.Value;

    private static string Build()
    {
        if (Environment.GetEnvironmentVariable("GLASSY_SITE") is { Length: > 0 } given)
        {
            return Path.GetFullPath(given);
        }

        var folder = Path.Combine(AppContext.BaseDirectory, "built-site");
        using var build = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(BuildSettings).Assembly.Location, "--root", Repository(), "--output", folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("dotnet did not start");
        var said = new StringBuilder();
        build.OutputDataReceived += (_, line) => Note(line.Data);
        build.ErrorDataReceived += (_, line) => Note(line.Data);
        build.BeginOutputReadLine();
        build.BeginErrorReadLine();
        build.WaitForExit();
        return build.ExitCode == 0 ? folder : throw new InvalidOperationException($"the site could not be built:\n{said}");

        void Note(string? line)
        {
            lock (said)
            {
                said.AppendLine(line);
            }
        }
    }

    internal static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Glassy.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException("these tests run from inside the repository, or with GLASSY_SITE set");
    }
}
