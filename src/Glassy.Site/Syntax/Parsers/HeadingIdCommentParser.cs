using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Glassy.Syntax.Parsers;

/// <summary><c>&lt;!-- #id --&gt;</c> at the end of a heading; stands before the parser of raw HTML.</summary>
internal sealed class HeadingIdCommentParser : InlineParser
{
    public HeadingIdCommentParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan().TrimEnd();
        if (processor.Block is not HeadingBlock || !text.StartsWith("<!--") || text.IndexOf("-->") is var close && close != text.Length - 3)
        {
            return false;
        }

        var comment = text[4..^3].Trim();
        if (comment is not ['#', _, ..])
        {
            return false;
        }

        processor.Inline = new SilentInline(comment[1..].ToString());
        slice.Start += text.Length;
        return true;
    }
}
