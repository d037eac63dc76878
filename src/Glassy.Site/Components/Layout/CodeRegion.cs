using System.Globalization;
using Glassy.Code;
using Glassy.Components.Binding;
using Glassy.Diagnostics;
using Glassy.Sources;

namespace Glassy.Components.Layout;

/// <summary>A named part of a real source file: <c>&lt;CodeRegion file="src/…/Trainer.cs" region="training-loop" /&gt;</c>.</summary>
public sealed class CodeRegion() : Component<CodeRegion.Call>("CodeRegion")
{
    /// <param name="File">Relative to the project.</param>
    /// <param name="Region">The region's name; without it the whole file.</param>
    /// <param name="Title">What is above the code; the file's path when absent.</param>
    public sealed record Call(Located<string> File, Located<string>? Region = null, string? Title = null);

    /// <param name="Title">What is above the code.</param>
    /// <param name="Html">The coloured code, without a frame.</param>
    /// <param name="Language">Its language's name.</param>
    /// <param name="Href">The source in the repository; null when that is not known.</param>
    /// <param name="StartLine">The 1-based line of the file that the code begins on.</param>
    public sealed record Model(string Title, RawHtml Html, string Language, string? Href, int StartLine);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        var project = context.Site.Project;
        var file = attributes.File.Value;
        var relative = project.Relative(file);
        if (project.WhyClosed(file) is { } reason)
        {
            context.Diagnostics.Error($"<{Name}> `file`: `{file}` is not shown: {reason}", attributes.File.Position);
            return null;
        }

        if (!File.Exists(project.Absolute(file)))
        {
            context.Diagnostics.Error($"<{Name}> `file`: the project has no file `{file}`", attributes.File.Position);
            return null;
        }

        var lines = File.ReadAllText(project.Absolute(file)).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var region = SourceRegion.Whole(lines);
        if (attributes.Region is { } name)
        {
            var regions = SourceRegion.All(lines);
            if (!regions.TryGetValue(name.Value, out var found))
            {
                var known = regions.Count == 0 ? "; it has none" : Spelling.SuggestAndList(name.Value, [.. regions.Keys]);
                context.Diagnostics.Error($"<{Name}> `region`: `{relative}` has no region `{name.Value}`{known}", name.Position);
                return null;
            }

            region = found;
        }

        var language = CodeLanguages.Find(Path.GetExtension(file))?.Name ?? "text";
        var html = new RawHtml(CodeHighlighter.Highlight(region.Text, language));
        return new Model(attributes.Title ?? relative, html, language, HrefOf(context.Site.Repository, relative, region), region.StartLine);
    }

    private static string? HrefOf(string? repository, string file, SourceRegion region) => repository is null ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"{repository.TrimEnd('/')}/blob/HEAD/{Uri.EscapeDataString(file).Replace("%2F", "/")}#L{region.StartLine}-L{region.EndLine}");
}
