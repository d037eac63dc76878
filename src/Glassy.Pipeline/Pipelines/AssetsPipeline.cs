using Glassy.Execution;
using Glassy.Modules;
using Glassy.Theme;

namespace Glassy.Pipelines;

/// <summary>The theme's styles, scripts and pictures, and what lies beside the Markdown.</summary>
public sealed class AssetsPipeline : Pipeline
{
    public AssetsPipeline(BuildSettings build)
    {
        InputModules = [new ThemeAssets(ThemeFiles.Of(build.Project)), new CopyFiles(build.Input, "", file => !IsContent(file))];
    }

    /// <summary>Whether a file of the input folder is read by <see cref="PagesPipeline"/> rather than copied.</summary>
    public static bool IsContent(string path) => Path.GetExtension(path) is ".md" or ".mdx" || Path.GetFileNameWithoutExtension(path) == "_category_";

    private sealed class ThemeAssets(ThemeFiles theme) : IModule
    {
        public Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context) => Task.FromResult<IReadOnlyList<Document>>(
            [.. theme.Below("assets").Select(file => new Document { Source = file.Value, Destination = $"assets/{file.Key}" })]);
    }
}
