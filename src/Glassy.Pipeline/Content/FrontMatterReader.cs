using System.Globalization;
using Glassy.Execution;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Glassy.Content;

/// <summary>Reads front matter, with the place of every mistake.</summary>
public static class FrontMatterReader
{
    /// <summary>Reads YAML whose first line is the file's first.</summary>
    /// <param name="yaml">The text between the <c>---</c> lines, after one empty line.</param>
    /// <param name="file">The page's file, for messages.</param>
    /// <param name="diagnostics">Receives what is wrong; the value then counts as absent.</param>
    public static FrontMatter Read(string yaml, string file, ICollection<Diagnostic> diagnostics)
    {
        var reading = new Reading(file, diagnostics);
        var values = reading.Load(yaml);
        return new FrontMatter
        {
            Id = reading.Id(),
            Title = reading.Text("title"),
            Slug = reading.Text("slug"),
            Description = reading.Text("description"),
            Keywords = reading.Texts("keywords"),
            Image = reading.Text("image"),
            Tags = reading.Texts("tags"),
            Draft = reading.Flag("draft", false),
            Unlisted = reading.Flag("unlisted", false),
            HideTitle = reading.Flag("hide_title", false),
            HideTableOfContents = reading.Flag("hide_table_of_contents", false),
            TocMinHeadingLevel = reading.Level("toc_min_heading_level", 2),
            TocMaxHeadingLevel = reading.Level("toc_max_heading_level", 3),
            SidebarPosition = reading.Number("sidebar_position"),
            SidebarLabel = reading.Text("sidebar_label"),
            SidebarClassName = reading.Text("sidebar_class_name"),
            PaginationLabel = reading.Text("pagination_label"),
            CustomEditUrl = reading.Text("custom_edit_url"),
            ParseNumberPrefixes = reading.Flag("parse_number_prefixes", true),
            Values = values,
            Positions = reading.Positions,
        };
    }

    internal sealed class Reading(string file, ICollection<Diagnostic> diagnostics)
    {
        private readonly Dictionary<string, YamlNode> _nodes = new(StringComparer.Ordinal);

        public Dictionary<string, SourcePosition> Positions { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, object?> Load(string yaml)
        {
            var stream = new YamlStream();
            try
            {
                stream.Load(new StringReader(yaml));
            }
            catch (YamlException error)
            {
                Report(error.Start, $"the front matter is not YAML: {error.Message}");
                return [];
            }

            if (stream.Documents.Count == 0)
            {
                return [];
            }

            if (stream.Documents[0].RootNode is not YamlMappingNode mapping)
            {
                Report(stream.Documents[0].RootNode.Start, "the front matter must be `key: value` lines");
                return [];
            }

            foreach (var (key, node) in mapping.Children)
            {
                var name = key is YamlScalarNode { Value: { } text } ? text : key.ToString();
                _nodes[name] = node;
                Positions[name] = Place(node.Start);
            }

            return _nodes.ToDictionary(pair => pair.Key, pair => Plain(pair.Value), StringComparer.Ordinal);
        }

        public string? Id()
        {
            var id = Text("id");
            if (id is not null && id.Contains('/'))
            {
                Report(_nodes["id"].Start, $"`id: {id}` must not hold a `/`; use `slug` for the address");
                return null;
            }

            return id;
        }

        public string? Text(string key) => Scalar(key, "a text") is { Length: > 0 } text ? text : null;

        public double? Number(string key)
        {
            if (Scalar(key, "a number") is not { } text)
            {
                return null;
            }

            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            {
                return number;
            }

            Report(_nodes[key].Start, $"`{key}: {text}`: a number was expected");
            return null;
        }

        public bool Flag(string key, bool otherwise)
        {
            var text = Scalar(key, "true or false");
            if (text is null or "true" or "false")
            {
                return text is null ? otherwise : text == "true";
            }

            Report(_nodes[key].Start, $"`{key}: {text}`: true or false was expected");
            return otherwise;
        }

        public int Level(string key, int otherwise)
        {
            var number = Number(key);
            if (number is null or 2 or 3 or 4 or 5 or 6)
            {
                return (int)(number ?? otherwise);
            }

            Report(_nodes[key].Start, $"`{key}`: a heading level from 2 to 6 was expected");
            return otherwise;
        }

        public IReadOnlyList<string> Texts(string key)
        {
            if (!_nodes.TryGetValue(key, out var node) || IsNull(node))
            {
                return [];
            }

            if (node is YamlSequenceNode sequence && sequence.Children.All(child => child is YamlScalarNode or YamlMappingNode))
            {
                return [.. sequence.Children.Select(LabelOf)];
            }

            Report(node.Start, $"`{key}`: a list was expected, such as [one, two]");
            return [];
        }

        private static string LabelOf(YamlNode node) => node switch
        {
            YamlMappingNode tag when tag.Children.TryGetValue("label", out var label) => label.ToString(),
            _ => node.ToString(),
        };

        private string? Scalar(string key, string expected)
        {
            if (!_nodes.TryGetValue(key, out var node) || IsNull(node))
            {
                return null;
            }

            if (node is YamlScalarNode scalar)
            {
                return scalar.Value;
            }

            Report(node.Start, $"`{key}`: {expected} was expected");
            return null;
        }

        private static bool IsNull(YamlNode node) =>
            node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" };

        private static object? Plain(YamlNode node) => node switch
        {
            YamlSequenceNode sequence => sequence.Children.Select(Plain).ToList(),
            YamlMappingNode mapping => mapping.Children.ToDictionary(pair => pair.Key.ToString(), pair => Plain(pair.Value)),
            _ => IsNull(node) ? null : ((YamlScalarNode)node).Value,
        };

        private static SourcePosition Place(Mark mark) => new((int)mark.Line, (int)mark.Column);

        private void Report(Mark mark, string message) =>
            diagnostics.Add(Diagnostic.Error(message, file, (int)mark.Line, (int)mark.Column));
    }
}
