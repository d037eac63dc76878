using System.Globalization;
using System.Text;
using Glassy.Content.Syntax;
using Markdig.Renderers;

namespace Glassy.Content.Rendering;

/// <summary>Writes an HTML element's opening tag from what JSX or HTML says.</summary>
internal sealed class ElementWriter(PageWriting page)
{
    private readonly ExpressionResolver _resolver = new(page);

    /// <summary>Writes the tag; a self-closing one of an element that is not void is closed too.</summary>
    public void WriteOpening(HtmlRenderer renderer, ComponentTag tag)
    {
        foreach (var mistake in tag.Mistakes)
        {
            page.Diagnostics.Error($"<{tag.Name}>: {mistake.Value}", mistake.Position);
        }

        renderer.Write('<').Write(tag.Name);
        var themed = ThemeClass(tag.Name);
        foreach (var argument in tag.Attributes)
        {
            if (argument.Value.Value is EventHandlerCode)
            {
                page.Diagnostics.Warning($"<{tag.Name}> `{argument.Name}` is left out: JavaScript does not run here", argument.Position);
                continue;
            }

            var name = JsxNames.ToHtml(argument.Name);
            if (_resolver.Resolve(argument.Value, $"<{tag.Name}>: ") is { } value && name is not null)
            {
                WriteAttribute(renderer, tag, name, value, name == "class" ? themed : null);
                themed = name == "class" ? null : themed;
            }
        }

        if (themed is not null)
        {
            renderer.Write($" class=\"{themed}\"");
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

    /// <summary>How the theme styles elements that it has no words of its own for.</summary>
    private static string? ThemeClass(string name) => name switch
    {
        "details" => "admonition",
        "summary" => "admonition-title",
        _ => null,
    };

    private void WriteAttribute(HtmlRenderer renderer, ComponentTag tag, string name, Literal value, string? added)
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
        if (text is null)
        {
            return;
        }

        renderer.Write(' ').Write(name);
        if (value.Value is not true || isText)
        {
            renderer.Write("=\"").WriteEscape(added is null ? text : $"{added} {text}").Write('"');
        }
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
