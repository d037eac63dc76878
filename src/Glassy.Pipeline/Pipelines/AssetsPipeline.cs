using Glassy.Building;
using Glassy.Execution;
using Glassy.Modules;
using Glassy.Theme;

namespace Glassy.Pipelines;

/// <summary>The theme's styles, scripts and pictures, what lies beside the Markdown, and <c>static/</c> as it is.</summary>
public sealed class AssetsPipeline : Pipeline
{
    public AssetsPipeline(BuildSettings build)
    {
        InputModules =
        [
            new ThemeAssets(build),
            new CopyFiles(build.Input, build.Project, "", SiteTexts.IsAsset),
            new CopyFiles(build.Project.Absolute("static"), build.Project, ""),
        ];
        PostProcessModules = [new LeaveOutRenamed()];
    }

    /// <summary>
    /// The files that the author and the theme bring, from the output folder: what is made of a site does not take their places.
    /// </summary>
    public static IReadOnlySet<string> FilesIn(IPipelineOutputs outputs) =>
        outputs.FromPipeline(nameof(AssetsPipeline)).Select(file => file.Destination!).ToHashSet(StringComparer.Ordinal); // all are files

    /// <summary>What pages show and link to, the site has under names with a hash: not twice.</summary>
    private sealed class LeaveOutRenamed : IModule
    {
        public Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
        {
            var renamed = context.Outputs.Of<RenderedSite>().Builder.Parts.Publisher.Renamed;
            return Task.FromResult<IReadOnlyList<Document>>([.. context.Inputs.Where(d => !renamed.Contains(d.Source!))]); // all are files
        }
    }

    private sealed class ThemeAssets(BuildSettings build) : IModule
    {
        public Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
        {
            var (theme, words) = (ThemeFiles.Of(build.Project), build.ReadWords());
            var files = theme.Below("assets").Select(file => new Document { Source = file.Value, Destination = $"assets/{file.Key}" })
                // read from a file
                .Select(file =>
                    file.Destination == ScriptWords.Script ? file.WithText(ScriptWords.Of(words) + File.ReadAllText(file.Source!)) : file)
                .ToList();
            return Task.FromResult<IReadOnlyList<Document>>(files.Any(file => file.Destination == StyleSheet.File)
                ? files // the author has written all of the style
                : [.. files, new Document { Source = theme.Find(StyleSheet.Tokens), Destination = StyleSheet.File }.WithText(
                    StyleSheet.Of(theme, words))]);
        }
    }
}
