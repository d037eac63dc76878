using System.Globalization;
using Glassy.Diagnostics;
using Glassy.Sources;
using YamlDotNet.RepresentationModel;

namespace Glassy.Pages;

/// <summary>Reads front matter, with the place of every mistake.</summary>
public static class FrontMatterReader
{
    private static readonly string[] Keys =
    [
        "id", "title", "slug", "description", "keywords", "image", "tags", "draft", "unlisted", "hide_title", "hide_table_of_contents",
        "toc_min_heading_level", "toc_max_heading_level", "sidebar_position", "sidebar_label", "sidebar_class_name", "displayed_sidebar",
        "pagination_label", "pagination_prev", "pagination_next", "last_update", "custom_edit_url", "parse_number_prefixes",
    ];

    /// <summary>
    /// Keys that layouts, the importer's sites and other generators know: they resemble others without being meant as those.
    /// </summary>
    private static readonly string[] OtherKeys =
        [
            "layout", "date", "author", "authors", "title_meta", "sidebar_custom_props", "sidebar_key", "lang", "type", "icon", "kind",
            "name", "label", "page", "style", "images"
        ];

    /// <summary>Reads YAML whose first line is the file's first.</summary>
    /// <param name="yaml">The text between the <c>---</c> lines, after one empty line.</param>
    /// <param name="file">The page's file, for messages.</param>
    /// <param name="diagnostics">Receives what is wrong; the value then counts as absent.</param>
    public static FrontMatter Read(string yaml, string file, ICollection<Diagnostic> diagnostics)
    {
        var values = YamlMapping.Load(yaml, "the front matter", file, diagnostics);
        WarnOfMisspelt(values, file, diagnostics);
        var (least, most) = TocLevels(values);
        return new FrontMatter
        {
            Id = Id(values),
            Title = values.Text("title"),
            Slug = values.Text("slug"),
            Description = values.EmptyOrText("description"),
            Keywords = values.Texts("keywords"),
            Image = values.Text("image"),
            Tags = Tags(values),
            Draft = values.Flag("draft") ?? false,
            Unlisted = values.Flag("unlisted") ?? false,
            HideTitle = values.Flag("hide_title") ?? false,
            HideTableOfContents = values.Flag("hide_table_of_contents") ?? false,
            TocMinHeadingLevel = least,
            TocMaxHeadingLevel = most,
            SidebarPosition = values.Number("sidebar_position"),
            SidebarLabel = values.Text("sidebar_label"),
            SidebarClassName = values.Text("sidebar_class_name"),
            DisplayedSidebar = values.TextOrNull("displayed_sidebar"),
            PaginationLabel = values.Text("pagination_label"),
            PaginationPrevious = values.TextOrNull("pagination_prev"),
            PaginationNext = values.TextOrNull("pagination_next"),
            LastUpdate = LastUpdateOf(values),
            CustomEditUrl = values.Address("custom_edit_url") is null && !values.SaysNull("custom_edit_url")
                ? null
                : values.TextOrNull("custom_edit_url"),
            ParseNumberPrefixes = values.Flag("parse_number_prefixes") ?? true,
            Values = values.Values,
            Positions = values.Positions,
        };
    }

    /// <summary>
    /// Any key may be there for a layout, so only those are named that differ from a known one in a third of their letters at most.
    /// </summary>
    private static void WarnOfMisspelt(YamlMapping values, string file, ICollection<Diagnostic> diagnostics)
    {
        foreach (var key in values.Keys.Where(key => !Keys.Contains(key) && !OtherKeys.Contains(key)))
        {
            if (Spelling.Nearest(key, Keys) is { } nearest && Spelling.Distance(key, nearest) <= (key.Length + 1) / 3)
            {
                var position = values.KeyPositionOf(key);
                diagnostics.Add(
                    Diagnostic.Warning($"unknown key `{key}`; did you mean `{nearest}`?", file, position.Line, position.Column));
            }
        }
    }

    private static string? Id(YamlMapping values)
    {
        var id = values.Text("id");
        if (id is not null && id.Contains('/'))
        {
            values.Report("id", $"`id: {id}` must not hold a `/`; use `slug` for the address");
            return null;
        }

        return id;
    }

    private static (int Least, int Most) TocLevels(YamlMapping values)
    {
        var least = Level(values, "toc_min_heading_level", 2);
        var most = Level(values, "toc_max_heading_level", 3);
        if (least > most && values.Has("toc_min_heading_level") && values.Has("toc_max_heading_level"))
        {
            values.Report("toc_min_heading_level", $"`toc_min_heading_level: {least}` is above `toc_max_heading_level: {most}`");
        }

        return (least, most);
    }

    private static int Level(YamlMapping values, string key, int otherwise)
    {
        var number = values.Number(key);
        if (number is null or 2 or 3 or 4 or 5 or 6)
        {
            return (int)(number ?? otherwise);
        }

        values.Report(key, $"`{key}`: a heading level from 2 to 6 was expected");
        return otherwise;
    }

    private static List<TagReference> Tags(YamlMapping values)
    {
        var tags = new List<TagReference>();
        foreach (var node in values.Items("tags"))
        {
            var tag = node is YamlScalarNode { Value: { Length: > 0 } text }
                ? new TagReference(text, null) { IsName = true }
                : values.Of(node) is { } mapping && mapping.Text("label") is { } label
                    ? new TagReference(label, mapping.Text("permalink"))
                    : null;
            if (tag is not null)
            {
                tags.Add(tag with { Position = YamlNodes.Place(node) });
                continue;
            }

            values.Report(YamlNodes.Place(node), "`tags`: a text or `{label: …, permalink: …}` was expected");
        }

        return tags;
    }

    private static LastUpdate? LastUpdateOf(YamlMapping values)
    {
        if (values.Mapping("last_update", "`date` or `author`") is not { } update)
        {
            return null;
        }

        var (text, author) = (update.Text("date"), update.Text("author"));
        if (text is null && author is null)
        {
            values.Report("last_update", "`last_update`: `date` or `author` was expected");
            return null;
        }

        if (text is null)
        {
            return new LastUpdate(null, author);
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            return new LastUpdate(date, author);
        }

        update.Report("date", $"`date: {text}`: a date was expected, such as 2023-10-25");
        return null;
    }
}
