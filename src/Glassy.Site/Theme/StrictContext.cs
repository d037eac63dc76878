using System.Globalization;
using System.Text.Json;
using Glassy.Diagnostics;
using Glassy.Sources;
using Glassy.Wording;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Glassy.Theme;

/// <summary>One render: nothing unknown is an empty string, nothing but <see cref="RawHtml"/> goes out unescaped.</summary>
internal sealed class StrictContext : TemplateContext
{
    private readonly ScriptObject _variables = [];
    private SourceSpan? _statement;

    /// <param name="library">Functions that every template can call.</param>
    /// <param name="model">Its properties become the top-level variables.</param>
    /// <param name="cancellationToken">Looked at by loops and calls.</param>
    public StrictContext(ScriptObject library, object model, CancellationToken cancellationToken)
        : base(library)
    {
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedFunctionAccess = false;
        EnableRelaxedIndexerAccess = false;
        LoopLimit = 0;
        LoopLimitQueryable = 0;
        RecursiveLimit = 0;
        LimitToString = 0;
        OutputLimit = 0;
        AutoIndent = false;
        NewLine = "\n";
        CancellationToken = cancellationToken;
        TryGetVariable = FailOnVariable;
        TryGetMember = FailOnMember;
        PushCulture(CultureInfo.InvariantCulture);
        _variables.Import(model);
        PushGlobal(_variables);
    }

    /// <summary>The output of an expression; plain text of the template does not come this way.</summary>
    public override TemplateContext Write(SourceSpan span, object? textAsObject) => textAsObject switch
    {
        null => this,
        RawHtml html => Write(html.Value),
        _ => Write(StrictText.Escape(Text(_statement ?? span, textAsObject))),
    };

    /// <summary>
    /// Remembers the statement that is being written: Scriban names the whole block around it. A choice is what <c>glassy.yml</c> calls it:
    /// <c>unit-columns</c>.
    /// </summary>
    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        var value = base.Evaluate(scriptNode, aliasReturnedFunction);
        if (scriptNode is ScriptExpressionStatement { Expression: { } expression })
        {
            _statement = expression.Span;
        }

        return value is Enum choice ? JsonNamingPolicy.KebabCaseLower.ConvertName(choice.ToString()) : value;
    }

    /// <summary>A value as text, not escaped.</summary>
    /// <exception cref="ScriptRuntimeException">The value is an object or a list: one of its members was meant.</exception>
    public string Text(SourceSpan span, object value)
    {
        if (value is RawHtml html)
        {
            return html.Value;
        }

        if (value is string or bool or char || value.GetType().IsPrimitive || value is decimal)
        {
            return ObjectToString(value)!;
        }

        if (value is DateTimeOffset or DateTime)
        {
            throw new ScriptRuntimeException(span, "this is a date: write it with '| date'");
        }

        throw new ScriptRuntimeException(span, $"this is not a value but {Describe(span, value)}");
    }

    private string Describe(SourceSpan span, object value) => value is System.Collections.IEnumerable and not ScriptObject
        ? "a list: write one of its items"
        // every object has one
        : "an object: write one of its members; known: "
            + string.Join(", ", Sorted(GetMemberAccessor(value)!.GetMembers(this, span, value)));

    private static string[] Sorted(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];

    private bool FailOnVariable(TemplateContext context, SourceSpan span, ScriptVariable variable, out object? value)
    {
        var known = _variables.GetMembers().Concat(BuiltinObject.GetMembers());
        throw new ScriptRuntimeException(span, $"unknown name '{variable.Name}'{Spelling.SuggestAndList(variable.Name, Sorted(known))}");
    }

    private static bool FailOnMember(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        // The span is the whole of `run.metrics.acuracy`; the member ends it.
        var start = new TextPosition(
            span.End.Offset - member.Length + 1,
            span.End.Line,
            Math.Max(0, span.End.Column - member.Length + 1));
        var known = context.GetMemberAccessor(target)!.GetMembers(context, span, target);
        throw new ScriptRuntimeException(
            new SourceSpan(span.FileName, start, span.End),
            $"unknown member '{member}'{Spelling.SuggestAndList(member, Sorted(known))}");
    }
}
