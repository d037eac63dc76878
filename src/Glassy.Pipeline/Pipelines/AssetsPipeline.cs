using Glassy.Execution;
using Glassy.Modules;
using Glassy.Navigation;
using Glassy.Pages;
using Glassy.Theme;

namespace Glassy.Pipelines;

/// <summary>The theme's styles, scripts and pictures, what lies beside the Markdown, and <c>static/</c> as it is.</summary>
public sealed class AssetsPipeline : Pipeline
{
    public AssetsPipeline(BuildSettings build)
    {
        InputModules =
        [
            new ThemeAssets(ThemeFiles.Of(build.Project)),
            new CopyFiles(build.Input, "", IsAsset),
            new CopyFiles(build.Project.Absolute("static"), ""),
        ];
        PostProcessModules = [new LeaveOutRenamed()];
    }

    /// <summary>What is copied from the input folder: neither Markdown, nor the file of tags, nor private (<c>_</c>).</summary>
    private static bool IsAsset(string path) =>
        !PageSource.IsMarkdown(path) && path != TagFile.Name && !path.Split('/').Any(segment => segment[0] == '_');

    /// <summary>What pages show and link to, the site has under names with a hash: not twice.</summary>
    private sealed class LeaveOutRenamed : IModule
    {
        public Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
        {
            var renamed = context.Outputs.Of<RenderedSite>().Renamed;
            return Task.FromResult<IReadOnlyList<Document>>([.. context.Inputs.Where(d => !renamed.Contains(d.Source!))]); // all are files
        }
    }

    private sealed class ThemeAssets(ThemeFiles theme) : IModule
    {
        public Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
        {
            var files = theme.Below("assets").Select(file => new Document { Source = file.Value, Destination = $"assets/{file.Key}" }).ToList();
            return Task.FromResult<IReadOnlyList<Document>>(files.Any(file => file.Destination == StyleSheet.File)
                ? files // the author has written all of the style
                : [.. files, new Document { Source = theme.Find(StyleSheet.Tokens), Destination = StyleSheet.File }.WithText(StyleSheet.Of(theme))]);
        }
    }
}
