using System.Globalization;
using Glassy.Code;
using Glassy.Components.Binding;
using Glassy.Sources;
using Glassy.Syntax;

namespace Glassy.Components.Layout;

/// <summary>
/// Code as Docusaurus' component of this name shows it: <c>&lt;CodeBlock language="js" title="a.js"&gt;{`…`}&lt;/CodeBlock&gt;</c>.
/// </summary>
public sealed class CodeBlockComponent() : Component<CodeBlockComponent.Call>("CodeBlock")
{
    /// <param name="Language">A name or alias; plain when absent.</param>
    /// <param name="Title">What is above the code.</param>
    /// <param name="ShowLineNumbers">True, or the number of the first line.</param>
    /// <param name="Metastring">What stands after a fence's language: <c>{1,3-4}</c>.</param>
    /// <param name="ClassName">May name the language: <c>language-js</c>.</param>
    public sealed record Call(
        string? Language = null,
        string? Title = null,
        Literal? ShowLineNumbers = null,
        string? Metastring = null,
        string? ClassName = null);

    /// <param name="Html">The whole block, as a code fence makes it.</param>
    public sealed record Model(RawHtml Html);

    public override bool TakesChildren => true;

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (call is { Code: null, Children: { } elements })
        {
            return new Model(CodeBlockHtml.Render(elements));
        }

        if (call.Code is not { } code)
        {
            return Fail(call, context, "there is no code between its tags");
        }

        const string LanguageClass = "language-";
        var className = attributes.ClassName?.Split(' ').FirstOrDefault(name => name.StartsWith(LanguageClass, StringComparison.Ordinal));
        var language = attributes.Language ?? className?[LanguageClass.Length..] ?? "text";
        var info = CodeInfo.Parse($"{language} {attributes.Metastring}");
        if (!TryLineNumber(attributes.ShowLineNumbers, out var firstLine))
        {
            context.Diagnostics.Error(
                $"<{Name}> `showLineNumbers` must be true, false or the first line's number, not {attributes.ShowLineNumbers?.Kind}",
                attributes.ShowLineNumbers?.Position ?? call.Tag.Position);
            return null;
        }

        info = info with { Title = attributes.Title ?? info.Title, FirstLineNumber = firstLine ?? info.FirstLineNumber };
        return new Model(CodeBlockHtml.Render(code.EndsWith('\n') ? code : code + '\n', info, context.Diagnostics, call.Tag.Position));
    }

    private static bool TryLineNumber(Literal? literal, out int? first)
    {
        (var isGood, first) = literal?.Value switch
        {
            null or false => (true, (int?)null),
            true => (true, 1),
            double number when number == Math.Truncate(number) && Math.Abs(number) < 1e6 => (true, (int)number),
            string text when int.TryParse(text, CultureInfo.InvariantCulture, out var parsed) => (true, parsed),
            _ => (false, null),
        };
        return isGood;
    }
}
