using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;

namespace Glassy.Content.Syntax;

/// <summary>
/// <c>https://…</c> and <c>www.…</c> in text, with GitHub's rules for what stands before and after: quotation marks and other
/// punctuation at the end do not belong to the address. Markdig, which does the rest, keeps the quotation marks.
/// </summary>
internal sealed class WebLinkParser : AutoLinkParser
{
    private const string Before = "*_~()[]{}\"'`:;,.!?=+-/|&#@$%^<>0123456789";

    public WebLinkParser()
        : base(new AutoLinkOptions { ValidPreviousCharacters = Before }) => OpeningCharacters = ['h', 'w'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        var end = text.IndexOfAny(" \t\n<");
        var address = text[..(end < 0 ? text.Length : end)].TrimEnd("?!.,:*_~'\"");
        if (!address.StartsWith("http") && !address.StartsWith("www."))
        {
            return false;
        }

        var only = new StringSlice(slice.Text, slice.Start, slice.Start + address.Length - 1);
        var isLink = base.Match(processor, ref only);
        slice.Start = isLink ? only.Start : slice.Start;
        return isLink;
    }
}
