using Glassy.Sources;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Glassy.Theme;

/// <summary>
/// <c>include "partials/toc.html"</c> renders a template where it stands, with the variables of the one that includes it;
/// <c>include "partials/item.html" { item: x }</c> adds variables for that template alone (so it may include itself). What stands
/// between <c>wrap include "partials/shell.html"</c> and its <c>end</c> is <c>inner</c> there.
/// </summary>
/// <param name="find">The parsed template of a name, asked for at a place.</param>
internal sealed class IncludeTemplate(Func<string, SourceSpan, Template> find) : IScriptCustomFunction
{
    public int RequiredParameterCount => 1;

    public int ParameterCount => 2;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;

    public Type ReturnType => typeof(RawHtml);

    public ScriptParameterInfo GetParameterInfo(int index) =>
        index == 0
            ? new ScriptParameterInfo(typeof(string), "template")
            : new ScriptParameterInfo(typeof(object), "variables", defaultValue: null!);

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var span = callerContext?.Span ?? default;
        var name = arguments[0] as string
            ?? throw new ScriptRuntimeException(span, "include expects a template's name, such as \"partials/toc.html\"");
        var template = find(name, span);
        var variables = arguments.Count > 1 ? arguments[1] as ScriptObject : null;
        if (blockStatement is not null)
        {
            (variables ??= []).SetValue("inner", Inner(context, blockStatement), readOnly: true);
        }

        if (variables is not null)
        {
            context.PushGlobal(variables);
        }

        context.PushOutput();
        try
        {
            return new RawHtml(template.Render(context));
        }
        finally
        {
            context.PopOutput();
            if (variables is not null)
            {
                context.PopGlobal();
            }
        }
    }

    public ValueTask<object?> InvokeAsync(
        TemplateContext context,
        ScriptNode? callerContext,
        ScriptArray arguments,
        ScriptBlockStatement? blockStatement) =>
        ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));

    private static RawHtml Inner(TemplateContext context, ScriptBlockStatement block)
    {
        context.PushOutput();
        try
        {
            context.Evaluate(block);
        }
        catch
        {
            context.PopOutput();
            throw;
        }

        return new RawHtml(context.PopOutput().ToString()!); // it holds text
    }
}
