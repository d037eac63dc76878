using System.Net;
using Glassy.Sources;
using Markdig.Syntax.Inlines;

namespace Glassy.Syntax.Mdx;

/// <summary>Reads JSX outside of Markdown, where text is text: <c>&lt;span style={{color}}&gt;{children}&lt;/span&gt;</c>.</summary>
internal static class JsxReader
{
    /// <summary>Reads one element.</summary>
    /// <param name="text">What holds it.</param>
    /// <param name="start">Where its <c>&lt;</c> is.</param>
    /// <param name="position">Gives an offset its place in the file.</param>
    /// <returns>The element as text of Markdown would have it, and the first offset after it; null when it does not end.</returns>
    public static (ContainerInline Content, int End)? Read(string text, int start, Func<int, SourcePosition> position)
    {
        var content = new ContainerInline();
        var end = new Reader(text, position).Element(start, content);
        return end < 0 ? null : (content, end);
    }

    private sealed class Reader(string text, Func<int, SourcePosition> position)
    {
        /// <summary>Adds the element; gives the first offset after it, or -1.</summary>
        public int Element(int start, ContainerInline parent)
        {
            if (AttributeParser.Parse(text, start, position) is not var (tag, end))
            {
                return -1;
            }

            var place = (Line: tag.Position.Line - 1, Column: tag.Position.Column - 1);
            if (!HtmlNames.IsElement(tag.Name))
            {
                var component = new ComponentInline(tag) { Line = place.Line, Column = place.Column, IsClosed = true };
                parent.AppendChild(component);
                return tag.IsSelfClosing ? end : Children(tag.Name, end, component);
            }

            parent.AppendChild(new ElementInline(tag) { Line = place.Line, Column = place.Column });
            if (tag.IsSelfClosing)
            {
                return end;
            }

            end = Children(tag.Name, end, parent);
            if (!HtmlNames.IsVoid(tag.Name))
            {
                parent.AppendChild(new HtmlInline($"</{tag.Name}>"));
            }

            return end;
        }

        private int Children(string name, int start, ContainerInline parent)
        {
            var close = $"</{name}";
            for (var at = start; at >= 0 && at < text.Length;)
            {
                if (text.AsSpan(at).StartsWith(close, StringComparison.Ordinal))
                {
                    var end = TagScanner.SkipSpace(text, at + close.Length);
                    return end < text.Length && text[end] == '>' ? end + 1 : -1;
                }

                at = text[at] switch
                {
                    '<' => Element(at, parent),
                    '{' => Expression(at, parent),
                    _ => Text(at, parent),
                };
            }

            return -1;
        }

        private int Expression(int start, ContainerInline parent)
        {
            var close = TagScanner.BraceEnd(text, start);
            if (close < 0)
            {
                return -1;
            }

            var source = text[(start + 1)..close];
            var expression = ExpressionReader.Read(source, offset => position(start + 1 + offset))
                ?? new ExpressionInline(source.Trim(), null, [new Located<string>(LiteralReader.OnlyLiterals, position(start + 1))]);
            (expression.Line, expression.Column) = (position(start).Line - 1, position(start).Column - 1);
            parent.AppendChild(expression);
            return close + 1;
        }

        /// <summary>Lines are trimmed where they break, and joined by a space; empty ones are none.</summary>
        private int Text(int start, ContainerInline parent)
        {
            var length = text.AsSpan(start).IndexOfAny('<', '{');
            var end = length < 0 ? text.Length : start + length;
            var lines = text[start..end].Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                lines[i] = i > 0 ? lines[i].TrimStart() : lines[i];
                lines[i] = i < lines.Length - 1 ? lines[i].TrimEnd() : lines[i];
            }

            var shown = string.Join(' ', lines.Where(line => line.Length > 0));
            if (shown.Length > 0)
            {
                parent.AppendChild(new LiteralInline(WebUtility.HtmlDecode(shown)));
            }

            return end;
        }
    }
}
