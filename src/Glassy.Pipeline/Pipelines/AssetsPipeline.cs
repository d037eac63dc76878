using Glassy.Content;
using Glassy.Execution;
using Glassy.Modules;
using Glassy.Theme;

namespace Glassy.Pipelines;

/// <summary>The theme's styles, scripts and pictures, and what lies beside the Markdown.</summary>
public sealed class AssetsPipeline : Pipeline
{
    public AssetsPipeline(BuildSettings build)
    {
        InputModules = [new ThemeAssets(ThemeFiles.Of(build.Project)), new CopyFiles(build.Input, "", IsAsset)];
    }

    /// <summary>What is copied from the input folder: neither Markdown nor private (<c>_</c>).</summary>
    private static bool IsAsset(string path) =>
        !PageSource.IsMarkdown(path) && !path.Split('/').Any(segment => segment[0] == '_');

    private sealed class ThemeAssets(ThemeFiles theme) : IModule
    {
        public Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context) => Task.FromResult<IReadOnlyList<Document>>(
            [.. theme.Below("assets").Select(file => new Document { Source = file.Value, Destination = $"assets/{file.Key}" })]);
    }
}
