using Glassy.Html;

namespace Glassy.Tests.Html;

/// <summary>Markup as a page's renderers would have written it.</summary>
internal static class Written
{
    /// <param name="pieces">What is written, one after the other.</param>
    public static PageMarkup Of(params IEnumerable<string> pieces)
    {
        using var writer = new MarkupWriter();
        foreach (var piece in pieces)
        {
            writer.Write(piece);
        }

        return writer.ToMarkup();
    }
}
