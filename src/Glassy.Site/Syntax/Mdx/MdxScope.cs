using System.Text.RegularExpressions;
using Acornima;
using Acornima.Ast;
using Glassy.Sources;
using Markdig.Syntax;

namespace Glassy.Syntax.Mdx;

/// <summary>The names that a file's imports and exports give it. No JavaScript runs: of exports only data and JSX mean something.</summary>
internal sealed partial class MdxScope
{
    private readonly Dictionary<string, MdxImport> _imports = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourcePosition> _exports = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Literal> _constants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LocalComponent> _components = new(StringComparer.Ordinal);
    private readonly List<Located<string>> _mistakes = [];

    private MdxScope()
    {
    }

    public IReadOnlyDictionary<string, MdxImport> Imports => _imports;

    /// <summary>Where exported names are declared.</summary>
    public IReadOnlyDictionary<string, SourcePosition> Exports => _exports;

    /// <summary>Those of them whose value is a literal.</summary>
    public IReadOnlyDictionary<string, Literal> Constants => _constants;

    /// <summary>Those of them that are components whose JSX can be written out.</summary>
    public IReadOnlyDictionary<string, LocalComponent> Components => _components;

    /// <summary>Statements that do not end.</summary>
    public IReadOnlyList<Located<string>> Mistakes => _mistakes;

    /// <summary>Reads a file's statements.</summary>
    public static MdxScope Of(MarkdownDocument document)
    {
        var scope = new MdxScope();
        foreach (var block in document.Descendants<EsmBlock>())
        {
            scope.Read(block);
        }

        return scope;
    }

    private void Read(EsmBlock block)
    {
        var text = block.Text.ToString();
        SourcePosition Place(int offset)
        {
            var place = SourcePosition.At(text, offset);
            return place with { Line = place.Line + block.Line };
        }

        if (!block.IsBalanced)
        {
            _mistakes.Add(new Located<string>($"this `{text[..6]}` does not end: a bracket or template string is not closed", Place(0)));
        }

        foreach (Match match in ImportStatement().Matches(text))
        {
            foreach (var name in NamesIn(match.Groups["names"].Value))
            {
                _imports[name] = new MdxImport(name, match.Groups["source"].Value, Place(match.Groups["source"].Index - 1));
            }
        }

        var exports = ExportStatement().Matches(text);
        foreach (Match match in exports)
        {
            _exports[match.Groups["name"].Value] = Place(match.Groups["name"].Index);
        }

        if (exports.Count > 0)
        {
            ReadValues(text, Place);
        }
    }

    /// <summary>What <c>export const</c> and <c>export function</c> define: data, or components that are only JSX.</summary>
    private void ReadValues(string text, Func<int, SourcePosition> position)
    {
        var source = JsxSource.Of(text, position);
        Acornima.Ast.Module program;
        try
        {
            program = new Parser().ParseModule(source.Script);
        }
        catch (ParseErrorException)
        {
            return; // its names stay known, without a value: using one is reported with the line of its export
        }

        foreach (var (name, value) in program.Body.OfType<ExportNamedDeclaration>().SelectMany(export => DefinitionsIn(export.Declaration)))
        {
            if (LocalComponent.Read(name, value, source, position) is { } component)
            {
                _components[name] = component;
            }
            else if (!source.HoldsJsx(value) && LiteralReader.Convert(value, position) is { } literal)
            {
                _constants[name] = literal;
            }
        }
    }

    private static IEnumerable<(string Name, Node Value)> DefinitionsIn(Declaration? declaration) => declaration switch
    {
        VariableDeclaration variables => variables.Declarations
            // chosen before
            .Where(variable => variable is { Id: Identifier, Init: not null })
            .Select(variable => (((Identifier)variable.Id).Name, (Node)variable.Init!)),
        FunctionDeclaration { Id: { } name } function => [(name.Name, function)],
        _ => [],
    };

    private static IEnumerable<string> NamesIn(string clause) =>
        clause
            .Split([',', '{', '}'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split(' ', '\n', '\t')[^1]);

    [GeneratedRegex("""^import\s+(?<names>[\w$\s,*{}]+?)\s*from\s*(["'])(?<source>[^"'\n]+)\1""", RegexOptions.Multiline)]
    private static partial Regex ImportStatement();

    [GeneratedRegex("""^export\s+(default\s+)?(async\s+)?(const|let|var|function\*?|class)\s+(?<name>[\w$]+)""", RegexOptions.Multiline)]
    private static partial Regex ExportStatement();
}
