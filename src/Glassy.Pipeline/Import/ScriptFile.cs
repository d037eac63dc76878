using System.Text;
using Acornima;
using Acornima.Ast;
using Glassy.Diagnostics;
using Glassy.Sources;

namespace Glassy.Import;

/// <summary>
/// A file of configuration in JavaScript, TypeScript or JSON, read as data. It is parsed and never run: names of the
/// file's own constants are looked up, everything else that is no literal is <see cref="Unreadable"/>.
/// </summary>
internal sealed class ScriptFile
{
    /// <summary>
    /// Stands for the year of the build, which a copyright usually gives: here it is the year of the run that the site shows.
    /// </summary>
    private const string Year = "{{ run.created_at | date \"yyyy\" }}";

    private const int MostAnnotations = 200;

    private readonly string _text;
    private readonly Dictionary<string, Expression> _constants = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    private ScriptFile(string text) => _text = text;

    /// <summary>What the file exports: string, double, bool, null, lists, dictionaries, or <see cref="Unreadable"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">Its path as messages show it.</param>
    /// <param name="notRead">Receives why there is nothing.</param>
    /// <returns>The exported object, or null when there is none that could be read.</returns>
    public static ScriptObject? Read(string path, string name, ICollection<Diagnostic> notRead)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var file = new ScriptFile(text);
        try
        {
            var exported = path.EndsWith(".json", StringComparison.Ordinal)
                ? new Parser().ParseExpression(text)
                : file.ExportOf(Parse(text));
            if (exported is not null && file.ValueOf(exported) is ScriptObject values)
            {
                return values;
            }

            var place = file.PlaceOf(exported?.Start ?? 0);
            notRead.Add(
                Diagnostic.Warning("not read: what it exports is no object literal; nothing is run", name, place.Line, place.Column));
        }
        catch (ParseErrorException error)
        {
            var place = file.PlaceOf(Math.Min(error.Error.Index, text.Length));
            notRead.Add(Diagnostic.Warning($"not read: {error.Description}", name, place.Line, place.Column));
        }

        return null;
    }

    private static Acornima.Ast.Module Parse(string text)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                return new Parser().ParseModule(text);
            }
            catch (ParseErrorException error) when (i < MostAnnotations && TypeAnnotations.Blank(text, error.Error.Index) is { } plainer)
            {
                text = plainer;
            }
        }
    }

    private Node? ExportOf(Acornima.Ast.Module program)
    {
        var declarators = program.Body.Select(
            statement => statement is ExportNamedDeclaration { Declaration: { } named } ? named : statement)
            .OfType<VariableDeclaration>()
            .Where(declaration => declaration.Kind == VariableDeclarationKind.Const)
            .SelectMany(declaration => declaration.Declarations);
        foreach (var declarator in declarators)
        {
            if (declarator is { Id: Identifier name, Init: { } value })
            {
                _constants[name.Name] = value;
            }
        }

        return program.Body.Select(Exported).FirstOrDefault(exported => exported is not null);
    }

    private static Node? Exported(Statement statement) => statement switch
    {
        ExportDefaultDeclaration export => export.Declaration,
        ExpressionStatement
        {
            Expression: AssignmentExpression
            {
                Left: MemberExpression { Computed: false, Object: Identifier { Name: "module" }, Property: Identifier { Name: "exports" } },
                Right: { } value,
            },
        } => value,
        _ => null,
    };

    private object? ValueOf(Node node) => node switch
    {
        StringLiteral text => text.Value,
        NumericLiteral number => number.Value,
        BooleanLiteral flag => flag.Value,
        NullLiteral or Identifier { Name: "undefined" } => null,
        UnaryExpression { Operator: Operator.UnaryNegation, Argument: NumericLiteral number } => -number.Value,
        TemplateLiteral { Expressions.Count: 0 } template => template.Quasis[0].Value.Cooked,
        TemplateLiteral template => Filled(template),
        CallExpression { Arguments.Count: 0, Callee: MemberExpression { Computed: false, Object: NewExpression { Callee: Identifier { Name: "Date" }, Arguments.Count: 0 }, Property: Identifier { Name: "getFullYear" } } } =>
            Year,
        ArrayExpression array => ListOf(array),
        ObjectExpression data => MappingOf(data),
        Identifier name => ConstantOf(name),
        CallExpression { Arguments: [StringLiteral file] } call when IsRequireResolve(call.Callee) => file.Value,
        _ => new Unreadable(PlaceOf(node.Start)),
    };

    /// <summary>A template's text with what is known of its holes; a hole that is not makes it unreadable.</summary>
    private object Filled(TemplateLiteral template)
    {
        var text = new StringBuilder(template.Quasis[0].Value.Cooked);
        for (var i = 0; i < template.Expressions.Count; i++)
        {
            if (ValueOf(template.Expressions[i]) is not string hole)
            {
                return new Unreadable(PlaceOf(template.Expressions[i].Start));
            }

            text.Append(hole).Append(template.Quasis[i + 1].Value.Cooked);
        }

        return text.ToString();
    }

    /// <summary><c>require.resolve('./sidebars.js')</c> is how a file is named.</summary>
    private static bool IsRequireResolve(Expression callee) =>
        callee is MemberExpression { Computed: false, Object: Identifier { Name: "require" }, Property: Identifier { Name: "resolve" } };

    private object? ConstantOf(Identifier name)
    {
        if (!_constants.TryGetValue(name.Name, out var value) || !_open.Add(name.Name))
        {
            return new Unreadable(PlaceOf(name.Start));
        }

        var found = ValueOf(value);
        _open.Remove(name.Name);
        return found;
    }

    private List<object?> ListOf(ArrayExpression array)
    {
        var items = new List<object?>(array.Elements.Count);
        foreach (var element in array.Elements.OfType<Expression>())
        {
            if (element is SpreadElement spread)
            {
                items.AddRange(ValueOf(spread.Argument) is List<object?> more ? more : [new Unreadable(PlaceOf(spread.Start))]);
            }
            else
            {
                items.Add(ValueOf(element));
            }
        }

        return items;
    }

    /// <summary>What is spread in and cannot be read stays, under a name that no key has.</summary>
    private ScriptObject MappingOf(ObjectExpression data)
    {
        var members = new ScriptObject(PlaceOf(data.Start));
        foreach (var node in data.Properties)
        {
            if (node is Property { Computed: false } property && KeyOf(property) is { } key)
            {
                members.Put(key, ValueOf(property.Value), PlaceOf(property.Start));
            }
            else if (node is SpreadElement spread && ValueOf(spread.Argument) is ScriptObject more)
            {
                members.Put(more);
            }
            else
            {
                members.Put($"…{node.Start}", new Unreadable(PlaceOf(node.Start)), PlaceOf(node.Start));
            }
        }

        return members;
    }

    private static string? KeyOf(Property property) => property.Key switch
    {
        Identifier name => name.Name,
        StringLiteral text => text.Value,
        _ => null,
    };

    private SourcePosition PlaceOf(int offset) => SourcePosition.At(_text, offset);
}
