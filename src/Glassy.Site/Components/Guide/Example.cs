using Glassy.Code;
using Glassy.Components.Binding;
using Glassy.Sources;

namespace Glassy.Components.Guide;

/// <summary>Markdown as it is written and as it looks: <c>&lt;Example&gt;</c> … <c>&lt;/Example&gt;</c>, on lines of their own.</summary>
public sealed class Example() : Component<NoAttributes>("Example")
{
    private static readonly CodeInfo Markdown = CodeInfo.Parse("mdx");

    public override bool TakesChildren => true;

    /// <param name="Source">As it is written, a code block.</param>
    /// <param name="Result">As it looks.</param>
    public sealed record Model(RawHtml Source, RawHtml Result);

    protected override object? CreateModel(NoAttributes attributes, ComponentCall call, ComponentContext context) =>
        call is { Source: { } source, Children: { } result }
            ? new Model(CodeBlockHtml.Render(source.Trim('\n') + '\n', Markdown), result)
            : Fail(call, context, "its tags stand on lines of their own, with Markdown between them");
}
