using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Glassy.Theme;

/// <summary>One function of a value and at most one argument.</summary>
internal sealed class TemplateFunction(Func<object?, object?, object> function) : IScriptCustomFunction
{
    public int RequiredParameterCount => 1;

    public int ParameterCount => 2;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) =>
        index == 0
            ? new ScriptParameterInfo(typeof(object), "value")
            : new ScriptParameterInfo(typeof(object), "argument", defaultValue: null!);

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        try
        {
            return function(arguments[0], arguments.Count > 1 ? arguments[1] : null);
        }
        catch (Exception mistake) when (mistake is ArgumentException or FormatException)
        {
            throw new ScriptRuntimeException(callerContext?.Span ?? default, mistake.Message);
        }
    }

    public ValueTask<object?> InvokeAsync(
        TemplateContext context,
        ScriptNode? callerContext,
        ScriptArray arguments,
        ScriptBlockStatement? blockStatement) =>
        ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));
}
