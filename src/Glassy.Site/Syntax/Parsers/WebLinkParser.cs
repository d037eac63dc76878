using System.Buffers;
using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;

namespace Glassy.Syntax.Parsers;

/// <summary>
/// <c>https://…</c> and <c>www.…</c> in text, with GitHub's rules for what stands before and after: quotation marks and other
/// punctuation at the end do not belong to the address. Markdig, which does the rest, keeps quotation marks and semicolons.
/// </summary>
internal sealed class WebLinkParser : AutoLinkParser
{
    private const string Before = "*_~()[]{}\"'`:;,.!?=+-/|&#@$%^<>0123456789";

    private static readonly SearchValues<char> Letters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    public WebLinkParser()
        : base(new AutoLinkOptions { ValidPreviousCharacters = Before, AllowDomainWithoutPeriod = true }) => OpeningCharacters = ['h', 'w'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        var end = text.IndexOfAny(" \t\n<");
        var address = WithoutEnd(text[..(end < 0 ? text.Length : end)]);
        if (!address.StartsWith("http") && !address.StartsWith("www."))
        {
            return false;
        }

        var only = new StringSlice(slice.Text, slice.Start, slice.Start + address.Length - 1);
        var isLink = base.Match(processor, ref only);
        slice.Start = isLink ? only.Start : slice.Start;
        return isLink;
    }

    /// <summary>The address without the punctuation and the entities that end the sentence.</summary>
    private static ReadOnlySpan<char> WithoutEnd(ReadOnlySpan<char> address)
    {
        var trimmed = address.TrimEnd("?!.,:*_~'\"");
        if (trimmed is not [.., ';'])
        {
            return trimmed;
        }

        var entity = trimmed.LastIndexOf('&');
        var isEntity = entity > 0 && trimmed.Length - entity > 2 && !trimmed[(entity + 1)..^1].ContainsAnyExcept(Letters);
        return WithoutEnd(isEntity ? trimmed[..entity] : trimmed[..^1]);
    }
}
