using Glassy.Components.Binding;
using Glassy.Sources;
using Glassy.Syntax;

namespace Glassy.Components.Layout;

/// <summary>
/// A box that the reader should not miss, as a tag: <c>&lt;Admonition type="tip" title="Hint"&gt;…&lt;/Admonition&gt;</c>.
/// </summary>
public sealed class AdmonitionComponent() : Component<AdmonitionComponent.Call>("Admonition")
{
    public override bool TakesChildren => true;

    /// <param name="Type">One of the kinds that <c>:::</c> has.</param>
    /// <param name="Title">What is above the text; the kind when absent.</param>
    /// <param name="Icon">Understood and without effect: the theme has its own.</param>
    /// <param name="Id">The box's anchor.</param>
    /// <param name="ClassName">Classes of the whole.</param>
    public sealed record Call(
        Located<string>? Type = null, string? Title = null, Literal? Icon = null, string? Id = null, string? ClassName = null);

    /// <param name="Kind">What the box is for.</param>
    /// <param name="Title">What is above the text.</param>
    /// <param name="Id">The box's anchor, or null.</param>
    /// <param name="ClassName">Classes of the whole, or null.</param>
    /// <param name="Children">The text.</param>
    public sealed record Model(string Kind, string Title, string? Id, string? ClassName, RawHtml Children);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        var kind = attributes.Type?.Value ?? "note";
        return IsOneOf(Admonition.Kinds, attributes.Type, "type", context)
            ? new Model(
                kind,
                attributes.Title ?? context.Words[$"admonition.{kind}"],
                attributes.Id,
                attributes.ClassName,
                call.Children ?? RawHtml.Empty)
            : null;
    }
}
