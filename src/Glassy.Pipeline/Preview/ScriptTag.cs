using System.Net;
using System.Text;

namespace Glassy.Preview;

/// <summary>The script of the preview, put into pages on their way to the reader.</summary>
public static class ScriptTag
{
    /// <summary>Where the server has the script.</summary>
    public const string Script = "/__glassy/preview.js";

    /// <summary>A page with the script before the end of its body, or at its end when that is not written.</summary>
    /// <param name="page">UTF-8.</param>
    /// <param name="events">The address that the script listens to.</param>
    public static byte[] Insert(ReadOnlySpan<byte> page, string events)
    {
        var tag = Encoding.UTF8.GetBytes($"<script src=\"{Script}\" data-events=\"{WebUtility.HtmlEncode(events)}\" defer></script>");
        var end = page.LastIndexOf("</body>"u8);
        var place = end < 0 ? page.Length : end;
        return [.. page[..place], .. tag, .. page[place..]];
    }
}
