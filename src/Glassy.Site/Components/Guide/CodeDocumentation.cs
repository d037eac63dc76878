using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Glassy.Sources;

namespace Glassy.Components.Guide;

/// <summary>The descriptions that stand in the program's own source, from the file that the compiler writes beside the program.</summary>
public sealed partial class CodeDocumentation
{
    private readonly Dictionary<string, XElement> _members;

    private CodeDocumentation(Dictionary<string, XElement> members) => _members = members;

    /// <summary>The documentation of this program.</summary>
    /// <exception cref="FileNotFoundException">The program was copied without its <c>Glassy.Site.xml</c>.</exception>
    public static CodeDocumentation OfThisProgram()
    {
        var assembly = typeof(CodeDocumentation).Assembly.GetName().Name;
        return Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, $"{assembly}.xml")));
    }

    /// <param name="xml">As the compiler writes it (C# specification, annex D).</param>
    public static CodeDocumentation Parse(string xml) => new(
        XDocument.Parse(xml, LoadOptions.PreserveWhitespace).Descendants("member")
            .ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal)); // the compiler names each

    /// <summary>What a type is, in HTML; null when its source does not say.</summary>
    public RawHtml? SummaryOf(Type type) => Html(MemberOf(type)?.Element("summary"));

    /// <summary>What a parameter of a record is, in HTML; null when its source does not say.</summary>
    public RawHtml? ParameterOf(Type record, string name) =>
        Html(MemberOf(record)?.Elements("param").FirstOrDefault(param => (string?)param.Attribute("name") == name));

    private XElement? MemberOf(Type type) => _members.GetValueOrDefault($"T:{type.FullName?.Replace('+', '.')}");

    private static RawHtml? Html(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var html = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText text:
                    html.Append(WebUtility.HtmlEncode(text.Value));
                    break;
                case XElement { Name.LocalName: "paramref" } parameter:
                    html.Append(Code(JsonNamingPolicy.CamelCase.ConvertName((string?)parameter.Attribute("name") ?? "")));
                    break;
                case XElement { Name.LocalName: "see" } see:
                    html.Append(Code(((string?)see.Attribute("langword") ?? (string?)see.Attribute("cref") ?? "").Split('.', ':')[^1]));
                    break;
                case XElement inner:
                    html.Append(Code(inner.Value));
                    break;
            }
        }

        return new RawHtml(Spaces().Replace(html.ToString(), " ").Trim());
    }

    private static string Code(string text) => $"<code>{WebUtility.HtmlEncode(text)}</code>";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
