using Glassy.Diagnostics;
using Glassy.Pages;
using Glassy.Sources;

namespace Glassy.Navigation;

/// <summary>The tags that a site's author has listed, by the names that pages use: Docusaurus' <c>tags.yml</c>.</summary>
public sealed class TagFile
{
    /// <summary>In the input folder.</summary>
    public const string Name = "tags.yml";

    private readonly Dictionary<string, TagDefinition> _tags = new(StringComparer.Ordinal);

    private TagFile()
    {
    }

    /// <summary>Reads the file: <c>key: {label, permalink, description}</c>, each of which may be left out.</summary>
    /// <param name="file">Its path as messages show it.</param>
    /// <param name="text">The whole file.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static TagFile Parse(string file, string text, ICollection<Diagnostic> diagnostics)
    {
        var values = YamlMapping.Load(text, "the tags' file", file, diagnostics);
        var (tags, keyOf) = (new TagFile(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var key in values.Keys)
        {
            var tag = values.Mapping(key, "`{label: …, permalink: …, description: …}`");
            tag?.RefuseOthersThan(["label", "permalink", "description"]);
            var permalink = (tag?.Text("permalink") ?? TagSlug.Of(key)).Trim('/');
            if (!keyOf.TryAdd(permalink, key))
            {
                values.Report(
                    values.KeyPositionOf(key),
                    $"the tag `{key}` has the address `/{permalink}`, which is also that of `{keyOf[permalink]}`; give one of them another `permalink`");
            }

            tags._tags[key] = new TagDefinition(tag?.Text("label") ?? Capitalized(key), permalink, tag?.Text("description"));
        }

        return tags;
    }

    /// <summary>What the file says of a tag that a page names; null when it does not list it.</summary>
    public TagDefinition? Of(TagReference tag) => tag.IsName ? _tags.GetValueOrDefault(tag.Label) : null;

    /// <summary>Reports the tags of pages that the file does not list.</summary>
    internal void RefuseOthers(IEnumerable<Page> pages, Severity? severity, ICollection<Diagnostic> diagnostics)
    {
        if (severity is not { } reported)
        {
            return;
        }

        foreach (var page in pages)
        {
            foreach (var tag in page.Source.FrontMatter.Tags.Where(tag => Of(tag) is null))
            {
                diagnostics.Add(new Diagnostic(
                    reported,
                    $"the tag `{tag.Label}` is not in {Name}{Spelling.Suggest(tag.Label, _tags.Keys)}",
                    page.Source.File,
                    tag.Position.Line,
                    tag.Position.Column));
            }
        }
    }

    private static string Capitalized(string key) => key.Length == 0 ? key : char.ToUpperInvariant(key[0]) + key[1..];
}
