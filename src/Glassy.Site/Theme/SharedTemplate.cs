using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Glassy.Sources;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Glassy.Theme;

/// <summary>
/// <c>include_shared "partials/x.html" item</c> renders a template that knows nothing but <c>item</c>, once for each object: pages
/// that show the same one share what was rendered. A thousand pages show nearly the same sidebar.
/// </summary>
/// <param name="render">Renders a template that is asked for at a place, with one variable.</param>
internal sealed class SharedTemplate(Func<string, object, SourceSpan, CancellationToken, string> render) : IScriptCustomFunction
{
    private readonly ConcurrentDictionary<string, ConditionalWeakTable<object, string>> _rendered = new(StringComparer.Ordinal);

    public int RequiredParameterCount => 2;

    public int ParameterCount => 2;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;

    public Type ReturnType => typeof(RawHtml);

    public ScriptParameterInfo GetParameterInfo(int index) =>
        index == 0 ? new ScriptParameterInfo(typeof(string), "template") : new ScriptParameterInfo(typeof(object), "item");

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var span = callerContext?.Span ?? default;
        if (arguments is not [string name, { } item] || item is string or ValueType)
        {
            throw new ScriptRuntimeException(
                span, "include_shared expects a template's name and an object, such as \"partials/item.html\" item");
        }

        var rendered = _rendered.GetOrAdd(name, _ => []);
        if (!rendered.TryGetValue(item, out var html))
        {
            html = render(name, item, span, context.CancellationToken);
            rendered.AddOrUpdate(item, html); // another thread may have rendered the same meanwhile
        }

        return new RawHtml(html);
    }

    public ValueTask<object?> InvokeAsync(
        TemplateContext context,
        ScriptNode? callerContext,
        ScriptArray arguments,
        ScriptBlockStatement? blockStatement) =>
        ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));
}
