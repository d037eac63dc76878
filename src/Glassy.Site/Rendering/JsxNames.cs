using System.Collections.Frozen;
using System.Text;

namespace Glassy.Rendering;

/// <summary>What HTML and CSS call what React calls otherwise.</summary>
internal static class JsxNames
{
    private static readonly FrozenDictionary<string, string> Renamed = new Dictionary<string, string>
    {
        ["className"] = "class",
        ["htmlFor"] = "for",
        ["acceptCharset"] = "accept-charset",
        ["httpEquiv"] = "http-equiv",
        ["defaultValue"] = "value",
        ["defaultChecked"] = "checked",
        ["xlinkHref"] = "xlink:href",
        ["xlinkTitle"] = "xlink:title",
        ["xmlnsXlink"] = "xmlns:xlink",
        ["xmlSpace"] = "xml:space",
        ["xmlLang"] = "xml:lang",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Only React reads them.</summary>
    private static readonly FrozenSet<string> Dropped = Set("key ref suppressHydrationWarning suppressContentEditableWarning");

    /// <summary>SVG's attributes with a hyphen (SVG 2, property index).</summary>
    private static readonly FrozenSet<string> Hyphenated = Set(
        "accentHeight alignmentBaseline baselineShift clipPath clipRule colorInterpolation colorInterpolationFilters dominantBaseline "
        + "fillOpacity fillRule floodColor floodOpacity fontFamily fontSize fontSizeAdjust fontStretch fontStyle fontVariant fontWeight "
        + "imageRendering letterSpacing lightingColor markerEnd markerMid markerStart paintOrder pointerEvents shapeRendering stopColor "
        + "stopOpacity strokeDasharray strokeDashoffset strokeLinecap strokeLinejoin strokeMiterlimit strokeOpacity strokeWidth textAnchor "
        + "textDecoration textRendering transformOrigin unicodeBidi vectorEffect wordSpacing writingMode");

    /// <summary>SVG's attributes that have capitals themselves (HTML Living Standard, 13.2.6.1).</summary>
    private static readonly FrozenSet<string> Kept = Set(
        "attributeName attributeType baseFrequency calcMode clipPathUnits diffuseConstant edgeMode filterUnits glyphRef gradientTransform "
        + "gradientUnits kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lengthAdjust limitingConeAngle markerHeight markerUnits "
        + "markerWidth maskContentUnits maskUnits numOctaves pathLength patternContentUnits patternTransform patternUnits pointsAtX pointsAtY "
        + "pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits refX refY repeatCount repeatDur requiredExtensions requiredFeatures "
        + "specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage tableValues targetX "
        + "targetY textLength viewBox viewTarget xChannelSelector yChannelSelector zoomAndPan");

    private static readonly FrozenSet<string> WithoutUnit = Set(
        "animationIterationCount aspectRatio borderImageOutset borderImageSlice borderImageWidth boxFlex columnCount columns fillOpacity flex "
        + "flexGrow flexShrink floodOpacity fontWeight gridArea gridColumn gridColumnEnd gridColumnStart gridRow gridRowEnd gridRowStart lineClamp "
        + "lineHeight opacity order orphans scale stopOpacity strokeDasharray strokeDashoffset strokeMiterlimit strokeOpacity strokeWidth tabSize "
        + "widows zIndex zoom");

    /// <summary>An attribute's name in HTML; null for one that only React reads.</summary>
    public static string? ToHtml(string name) =>
        Dropped.Contains(name) ? null
        : Renamed.TryGetValue(name, out var renamed) ? renamed
        : Hyphenated.Contains(name) ? Hyphenate(name)
        : Kept.Contains(name) ? name
        : name.ToLowerInvariant();

    /// <summary>A style's name in CSS: <c>WebkitMaskSize</c> is <c>-webkit-mask-size</c>; custom properties and CSS names stay.</summary>
    public static string ToCss(string name) =>
        name.StartsWith("--", StringComparison.Ordinal) ? name
        : (name.StartsWith("ms", StringComparison.Ordinal) && name.Length > 2 && char.IsAsciiLetterUpper(name[2]) ? "-" : "")
            + Hyphenate(name);

    /// <summary>Whether a number is one in CSS too, and no length in pixels.</summary>
    public static bool HasNoUnit(string name) => name.StartsWith("--", StringComparison.Ordinal) || WithoutUnit.Contains(name);

    private static string Hyphenate(string name)
    {
        var hyphenated = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c))
            {
                hyphenated.Append('-');
            }

            hyphenated.Append(char.ToLowerInvariant(c));
        }

        return hyphenated.ToString();
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
