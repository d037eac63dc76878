using System.Globalization;
using Acornima;
using Acornima.Ast;
using Glassy.Sources;

namespace Glassy.Syntax;

/// <summary>Reads JavaScript literals without running anything.</summary>
public static class LiteralReader
{
    internal const string OnlyLiterals = "only literals can stand here (strings, numbers, true, false, null, arrays and objects of them)";

    /// <summary>Reads one expression.</summary>
    /// <param name="text">The text that holds it.</param>
    /// <param name="start">Where the expression begins.</param>
    /// <param name="end">The first offset after it.</param>
    /// <param name="position">Gives an offset in <paramref name="text"/> its place in the file.</param>
    /// <param name="mistakes">Receives what is not a literal.</param>
    /// <returns>The literal, or null when a mistake was found.</returns>
    public static Literal? Read(
        string text, int start, int end, Func<int, SourcePosition> position, List<SyntaxMistake> mistakes)
    {
        if (text.AsSpan(start, end - start) is [('"' or '\'') and var quote, .. var inner, var last]
            && last == quote
            && inner.IndexOfAny(quote, '\\', '\n') < 0)
        {
            return new Literal(inner.ToString(), position(start)); // most are; no need for the whole parser
        }

        var reader = new Reader(start, position, mistakes);
        try
        {
            return reader.Convert(new Parser().ParseExpression(text[start..end]));
        }
        catch (ParseErrorException error)
        {
            mistakes.Add(new SyntaxMistake($"this is not a literal: {error.Description}", start + error.Error.Index) { IsSyntax = true });
            return null;
        }
    }

    /// <summary>Reads what a parsed program holds; null when it is not a literal.</summary>
    internal static Literal? Convert(Node node, Func<int, SourcePosition> position) => new Reader(0, position, []).Convert(node);

    private sealed class Reader(int start, Func<int, SourcePosition> position, List<SyntaxMistake> mistakes)
    {
        public Literal? Convert(Node node) => node switch
        {
            StringLiteral text => At(node, text.Value),
            NumericLiteral number => At(node, number.Value),
            BooleanLiteral flag => At(node, flag.Value),
            NullLiteral => At(node, null),
            Identifier { Name: "undefined" } => At(node, null),
            UnaryExpression { Operator: Operator.UnaryNegation, Argument: NumericLiteral number } => At(node, -number.Value),
            UnaryExpression { Operator: Operator.UnaryPlus, Argument: NumericLiteral number } => At(node, number.Value),
            TemplateLiteral { Expressions.Count: 0 } template => At(node, template.Quasis[0].Value.Cooked),
            ArrayExpression array => ConvertArray(array),
            ObjectExpression data => ConvertObject(data),
            _ => ReferenceIn(node) is { } reference ? At(node, reference) : Refuse(node),
        };

        /// <summary>
        /// A name, <c>props.name</c>, <c>require('./a.png').default</c> or <c>useBaseUrl('/a.png')</c>: known once the page is written.
        /// </summary>
        private static Reference? ReferenceIn(Node node) => node switch
        {
            CallExpression { Callee: Identifier { Name: "require" or "useBaseUrl" }, Arguments: [StringLiteral file] } =>
                new Reference(file.Value, IsFile: true),
            MemberExpression { Computed: false, Object: CallExpression call, Property: Identifier { Name: "default" } } =>
                ReferenceIn(call),
            MemberExpression { Computed: false, Object: CallExpression { Callee: Identifier { Name: "useCurrentSidebarCategory" } }, Property: Identifier { Name: "items" } } =>
                new Reference(Reference.CategoryItems, IsFile: false),
            Identifier name => new Reference(name.Name, IsFile: false),
            MemberExpression { Computed: false, Property: Identifier member } chain when ReferenceIn(
                chain.Object) is { IsFile: false } owner =>
                new Reference($"{owner.Name}.{member.Name}", IsFile: false),
            MemberExpression { Computed: true, Property: StringLiteral or NumericLiteral } chain
                when ReferenceIn(chain.Object) is { IsFile: false } owner && KeyOf((Acornima.Ast.Literal)chain.Property) is { } key =>
                new Reference($"{owner.Name}.{key}", IsFile: false),
            _ => null,
        };

        private Literal At(Node node, object? value) => new(value, position(start + node.Start));

        private Literal? ConvertArray(ArrayExpression array)
        {
            var items = new List<Literal>(array.Elements.Count);
            foreach (var element in array.Elements)
            {
                if (element is null)
                {
                    return Refuse(array);
                }

                if (Convert(element) is { } item)
                {
                    items.Add(item);
                }
            }

            return items.Count == array.Elements.Count ? At(array, items) : null;
        }

        private Literal? ConvertObject(ObjectExpression data)
        {
            var members = new Dictionary<string, Literal>(StringComparer.Ordinal);
            foreach (var node in data.Properties)
            {
                if (node is not Property { Computed: false, Shorthand: false, Value: Expression value } property
                    || KeyOf(property) is not { } key)
                {
                    return Refuse(node);
                }

                if (Convert(value) is not { } member)
                {
                    return null;
                }

                members[key] = member;
            }

            return At(data, members);
        }

        /// <summary>What stands in <c>[…]</c>, when it can follow a dot too.</summary>
        private static string? KeyOf(Acornima.Ast.Literal key) =>
            System.Convert.ToString(key.Value, CultureInfo.InvariantCulture) is { Length: > 0 } text && !text.Contains('.') ? text : null;

        private static string? KeyOf(Property property) => property.Key switch
        {
            Identifier name => name.Name,
            StringLiteral text => text.Value,
            _ => null,
        };

        private Literal? Refuse(Node node)
        {
            mistakes.Add(new SyntaxMistake(OnlyLiterals, start + node.Start));
            return null;
        }
    }
}
