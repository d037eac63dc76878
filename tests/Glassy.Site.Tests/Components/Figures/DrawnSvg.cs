using System.Globalization;
using System.Xml.Linq;
using Glassy.Sources;

namespace Glassy.Tests.Components.Figures;

/// <summary>What an SVG draws, as short texts that a test can list.</summary>
internal sealed class DrawnSvg(RawHtml svg)
{
    private readonly XElement _root = XDocument.Parse(svg.Value).Root!; // Parse gives one

    public string ViewBox => Of(_root, "viewBox");

    public string Label => Of(_root, "aria-label");

    /// <summary>Each as <c>x y text</c>, with its anchor and size where it has them.</summary>
    public IEnumerable<string> Texts => _root.Descendants("text").Select(text =>
        string.Join(' ', new[] { Of(text, "x"), Of(text, "y"), text.Value, Of(text, "text-anchor"), Of(text, "font-size") }.Where(
            part => part.Length > 0)));

    /// <summary>Those of one class, each as <c>x y width height</c>.</summary>
    public IEnumerable<string> Rectangles(string style) => _root.Descendants("rect").Where(rectangle => Of(rectangle, "class") == style)
        .Select(rectangle => $"{Of(rectangle, "x")} {Of(rectangle, "y")} {Of(rectangle, "width")} {Of(rectangle, "height")}");

    /// <summary>The opacities that rectangles of one class have.</summary>
    public IEnumerable<string> Opacities(string style) =>
        _root
            .Descendants("rect")
            .Where(rectangle => Of(rectangle, "class") == style)
            .Select(rectangle => Of(rectangle, "fill-opacity"))
            .Distinct();

    public IEnumerable<string> Dots => _root.Descendants("circle").Select(dot => $"{Of(dot, "cx")} {Of(dot, "cy")} {Of(dot, "r")}");

    /// <summary>Faint ones and others.</summary>
    public ILookup<bool, string> Lines =>
        _root.Descendants("path").ToLookup(path => Of(path, "stroke-opacity") == ".15", path => Of(path, "d"));

    /// <summary>The points of the line in a group of a class, the first panel's before the second's.</summary>
    public IEnumerable<string> Points(string style) => _root.Descendants("g").Where(group => Of(group, "class") == style)
        .Select(group => Of(group.Elements("polyline").Single(), "points"));

    /// <summary>Where the paths of a class begin.</summary>
    public IReadOnlyList<string> Starts(string style) => [.. _root.Descendants("path").Where(path => Of(path, "class") == style)
        .Select(path => Of(path, "d").Split('l')[0])];

    /// <summary>The texts that are percentages or numbers, beside an axis at x.</summary>
    public IEnumerable<string> TextsAtX(double x) => _root.Descendants("text")
        .Where(text => Of(text, "x") == x.ToString(CultureInfo.InvariantCulture)).Select(text => text.Value);

    /// <summary>The texts on a base line.</summary>
    public IEnumerable<string> TextsAtY(double y) => _root.Descendants("text")
        .Where(text => Of(text, "y") == y.ToString(CultureInfo.InvariantCulture)).Select(text => text.Value);

    private static string Of(XElement element, string attribute) => (string?)element.Attribute(attribute) ?? "";
}
