using System.Globalization;
using Glassy.Syntax;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Glassy.Rendering;

/// <summary>Expressions in text, as React shows them: booleans and null are nothing, a list is its items one after the other.</summary>
internal sealed class ExpressionRenderer(PageWriting page) : HtmlObjectRenderer<ExpressionInline>
{
    private const string WayOut = @"; for braces as text write `\{`";

    private readonly ExpressionResolver _resolver = new(page);

    protected override void Write(HtmlRenderer renderer, ExpressionInline obj)
    {
        foreach (var mistake in obj.Mistakes)
        {
            page.Diagnostics.Error($"`{{{obj.Source}}}`: {mistake.Value}{WayOut}", mistake.Position);
        }

        if (page.Module.IsChildren(obj.Value))
        {
            renderer.Write(page.Module.Children.Value);
        }
        else if (obj.Value is { } value && _resolver.Resolve(value, $"`{{{obj.Source}}}`: ", WayOut) is { } resolved)
        {
            WriteValue(renderer, resolved);
        }
    }

    private void WriteValue(HtmlRenderer renderer, Literal literal)
    {
        switch (literal.Value)
        {
            case string text:
                renderer.WriteEscape(text);
                break;
            case double number:
                renderer.Write(number.ToString(CultureInfo.InvariantCulture));
                break;
            case IReadOnlyList<Literal> items:
                foreach (var item in items)
                {
                    WriteValue(renderer, item);
                }

                break;
            case not (bool or null):
                page.Diagnostics.Error($"{literal.Kind} cannot be shown as text{WayOut}", literal.Position);
                break;
        }
    }
}
