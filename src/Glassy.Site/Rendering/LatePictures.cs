using System.Globalization;
using System.Text.RegularExpressions;
using Glassy.Html;
using Markdig.Renderers;

namespace Glassy.Rendering;

/// <summary>
/// The pictures of one page whose other widths are still to be made. Where each will be, the page has a stand-in, so that the page
/// itself is rendered once.
/// </summary>
internal sealed partial class LatePictures
{
    private readonly List<Action<HtmlRenderer>> _pictures = [];

    public bool Any => _pictures.Count > 0;

    /// <summary>Adds a picture.</summary>
    /// <param name="write">Writes it, once its widths are made.</param>
    /// <returns>What stands in its place until then.</returns>
    public string Add(Action<HtmlRenderer> write)
    {
        _pictures.Add(write);
        return string.Create(CultureInfo.InvariantCulture, $"\uFDD1{_pictures.Count - 1}\uFDD1");
    }

    /// <summary>A text without stand-ins.</summary>
    public static string Without(string text) => StandIn().Replace(text, "");

    /// <summary>A text with the pictures in their places.</summary>
    public string Fill(string text) => StandIn().Replace(text, match =>
    {
        var written = new StringWriter { NewLine = "\n" };
        _pictures[int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)](new HtmlRenderer(written));
        return written.ToString();
    });

    /// <summary>A page with the pictures in their places.</summary>
    public PageMarkup Fill(PageMarkup page)
    {
        using var filled = new MarkupWriter();
        foreach (var token in page.Tokens)
        {
            if (token.Kind == MarkupKind.Text && page.TextOf(token).Contains('\uFDD1'))
            {
                filled.Write(Fill(page.TextOf(token).ToString()));
            }
            else
            {
                filled.Write(page, token);
            }
        }

        return filled.ToMarkup();
    }

    [GeneratedRegex("\uFDD1(?<number>[0-9]+)\uFDD1")]
    private static partial Regex StandIn();
}
