using System.Globalization;
using System.Text;
using Glassy.Syntax;
using Markdig.Renderers;

namespace Glassy.Rendering;

/// <summary>Writes an HTML element's opening tag from what JSX or HTML says.</summary>
internal sealed class ElementWriter(PageWriting page)
{
    private readonly ExpressionResolver _resolver = new(page);
    private readonly ElementAddresses _addresses = new(page);
    private readonly PictureWriter _pictures = new(page);
    private readonly TokenText _tokens = new(page);

    /// <summary>Writes the tag; a self-closing one of an element that is not void is closed too.</summary>
    public void WriteOpening(HtmlRenderer renderer, ComponentTag tag)
    {
        foreach (var mistake in tag.Mistakes)
        {
            page.Diagnostics.Error($"<{tag.Name}>: {mistake.Value}", mistake.Position);
        }

        page.Pictures.Pass($"<{tag.Name}");
        var attributes = _addresses.Resolve(tag.Name, AttributesOf(tag));
        if (tag.Name == "img" && WritePicture(renderer, attributes))
        {
            return;
        }

        renderer.Write('<').Write(tag.Name);
        foreach (var attribute in attributes)
        {
            WriteAttribute(renderer, attribute.Name, attribute.Text);
        }

        renderer.Write('>');
        if (RawChildren(tag) is { } children)
        {
            renderer.Write(children);
        }

        if (tag.IsSelfClosing && !HtmlNames.IsVoid(tag.Name))
        {
            renderer.Write($"</{tag.Name}>");
        }
    }

    public static void WriteAttribute(HtmlRenderer renderer, string name, string? value)
    {
        renderer.Write(' ').Write(name);
        if (value is not null)
        {
            renderer.Write("=\"").WriteEscape(value).Write('"');
        }
    }

    /// <returns>False when it names no picture, or one that is not there.</returns>
    private bool WritePicture(HtmlRenderer renderer, IReadOnlyList<ElementAttribute> attributes)
    {
        if (attributes.FirstOrDefault(attribute => attribute.Name == "src") is not { Text: { } url } source)
        {
            return false;
        }

        var picture = source.File is { } file
            ? page.Links.ShowFile(file, page.SitePath)
            : page.Links.ResolvePicture(url, page.Page, page.SitePath);
        if (picture is null)
        {
            page.ReportMissingPicture(url, source.Position);
            return false;
        }

        _pictures.Write(renderer, url, picture, attributes, source.Position);
        return true;
    }

    /// <summary>A tag's attributes as HTML has them, those that are not to be written left out.</summary>
    private List<ElementAttribute> AttributesOf(ComponentTag tag)
    {
        var attributes = new List<ElementAttribute>();
        var themed = ThemeClass(tag.Name);
        foreach (var argument in tag.Attributes)
        {
            if (argument.Value.Value is EventHandlerCode)
            {
                page.Diagnostics.Warning($"<{tag.Name}> `{argument.Name}` is left out: JavaScript does not run here", argument.Position);
                continue;
            }

            var name = JsxNames.ToHtml(argument.Name);
            if (tag.Name == "img" && name == "src" && _resolver.FileOf(argument.Value) is { } file)
            {
                attributes.Add(new ElementAttribute(name, file, argument.Value.Position, file));
            }
            else if (_resolver.Resolve(argument.Value, $"<{tag.Name}>: ") is { } value
                && name is not null
                && TextOf(tag, name, value) is var (text, isBare))
            {
                var filled = _tokens.Fill(name == "class" && themed is not null ? $"{themed} {text}" : text, value.Position);
                themed = name == "class" ? null : themed;
                attributes.Add(
                    new ElementAttribute(name, isBare ? null : filled, value.Position, value.File) { IsAddress = value.IsAddress });
            }
        }

        return themed is null ? attributes : [.. attributes, new ElementAttribute("class", themed)];
    }

    /// <summary>How the theme styles elements that it has no words of its own for.</summary>
    private static string? ThemeClass(string name) => name switch
    {
        "details" => "admonition",
        "summary" => "admonition-title",
        _ => null,
    };

    /// <summary>A value's text, and whether the name alone says it; null when the attribute is not to be written.</summary>
    private (string Text, bool IsBare)? TextOf(ComponentTag tag, string name, Literal value)
    {
        var isText = name.StartsWith("aria-", StringComparison.Ordinal) || name.StartsWith("data-", StringComparison.Ordinal);
        var text = value.Value switch
        {
            string written => written,
            double number => number.ToString(CultureInfo.InvariantCulture),
            bool flag when isText => flag ? "true" : "false",
            true => "",
            false or null => null,
            IReadOnlyDictionary<string, Literal> style when name == "style" => StyleOf(style, tag),
            _ => Refuse(tag, name, value),
        };
        return text is null ? null : (text, value.Value is true && !isText);
    }

    private string? Refuse(ComponentTag tag, string name, Literal value)
    {
        if (name != "dangerouslysetinnerhtml")
        {
            page.Diagnostics.Error($"<{tag.Name}> `{name}` must be a string, a number or true, not {value.Kind}", value.Position);
        }

        return null;
    }

    private static string? RawChildren(ComponentTag tag) =>
        tag.Attributes.FirstOrDefault(a => a.Name == "dangerouslySetInnerHTML")?.Value.Value is IReadOnlyDictionary<string, Literal> raw
            ? raw.GetValueOrDefault("__html")?.Value as string
            : null;

    /// <summary><c>{color: 'red', fontSize: 12}</c> as <c>color:red;font-size:12px</c>.</summary>
    private string StyleOf(IReadOnlyDictionary<string, Literal> style, ComponentTag tag)
    {
        var css = new StringBuilder();
        foreach (var (key, literal) in style)
        {
            var property = JsxNames.ToCss(key);
            var value = literal.Value switch
            {
                string text => text,
                double number => number.ToString(CultureInfo.InvariantCulture) + (number == 0 || JsxNames.HasNoUnit(key) ? "" : "px"),
                false or null => "",
                _ => Refuse(tag, $"style.{key}", literal),
            };
            if (!string.IsNullOrEmpty(value))
            {
                css.Append(css.Length > 0 ? ";" : "").Append(property).Append(':').Append(value);
            }
        }

        return css.ToString();
    }
}
