using Acornima.Ast;
using Glassy.Sources;
using Markdig.Syntax;

namespace Glassy.Syntax.Mdx;

/// <summary>
/// A component that a page defines and that is only JSX: <c>export const Red = ({children}) =&gt; (&lt;b&gt;{children}&lt;/b&gt;);</c>. It
/// is written out wherever it is used, like a partial; nothing of it runs.
/// </summary>
internal sealed record LocalComponent(string Name, MdxParameters Parameters, string Text, int Start, Func<int, SourcePosition> Position)
{
    /// <summary>Reads what a name is defined as; null when that is no such component.</summary>
    public static LocalComponent? Read(string name, Node value, JsxSource source, Func<int, SourcePosition> position)
    {
        if (value is not IFunction { Async: false, Generator: false } function)
        {
            return null;
        }

        Node? shown = function.Body is FunctionBody block
            ? (block.Body is [ReturnStatement { Argument: { } returned }] ? returned : null)
            : function.Body;
        return shown is not null && source.IsJsx(shown) && ParametersOf(function.Params, position) is { } parameters
            ? new LocalComponent(name, parameters, source.Text, shown.Start, position)
            : null;
    }

    /// <summary>What it stands for, anew for each place where it is used.</summary>
    public MarkdownDocument Expand() =>
        [new JsxBlock { Inline = JsxReader.Read(Text, Start, Position)!.Value.Content }]; // has been read before

    private static MdxParameters? ParametersOf(NodeList<Node> parameters, Func<int, SourcePosition> position) =>
        (IReadOnlyList<Node>)parameters switch
        {
            [] => MdxParameters.None,
            [Identifier whole] => new MdxParameters(whole.Name, MdxParameters.None.Parts),
            [ObjectPattern pattern] => PartsOf(pattern, position) is { } parts ? new MdxParameters(null, parts) : null,
            _ => null,
        };

    private static Dictionary<string, (string Property, Literal? Default)>? PartsOf(
        ObjectPattern pattern,
        Func<int, SourcePosition> position)
    {
        var parts = new Dictionary<string, (string Property, Literal? Default)>(StringComparer.Ordinal);
        foreach (var node in pattern.Properties)
        {
            if (node is not Property { Computed: false, Key: Identifier key } property)
            {
                return null;
            }

            var target = property.Value is AssignmentPattern { Left: var left } ? left : property.Value;
            var otherwise = property.Value is AssignmentPattern { Right: var right } ? LiteralReader.Convert(right, position) : null;
            if (target is not Identifier name || (property.Value is AssignmentPattern && otherwise is null))
            {
                return null;
            }

            parts[name.Name] = (key.Name, otherwise);
        }

        return parts;
    }
}
