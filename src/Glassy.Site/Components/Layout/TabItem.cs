using Glassy.Components.Binding;
using Glassy.Pages;
using Glassy.Sources;
using Glassy.Syntax;

namespace Glassy.Components.Layout;

/// <summary>One panel of <see cref="Tabs"/>, which writes it; anywhere else it is a mistake.</summary>
public sealed class TabItem() : Component<TabItem.Call>(TagName)
{
    internal const string TagName = "TabItem";

    public override bool TakesChildren => true;

    /// <param name="Value">What the choice is remembered by.</param>
    /// <param name="Label">What the tab says; the value when absent.</param>
    /// <param name="Default">It is shown first.</param>
    /// <param name="ClassName">Classes of the panel.</param>
    /// <param name="Attributes">Of the tab; only its <c>className</c> is used.</param>
    public sealed record Call(
        Located<string> Value, string? Label = null, bool Default = false, string? ClassName = null, Literal? Attributes = null)
    {
        internal string? TabClass =>
            (Attributes?.Value as IReadOnlyDictionary<string, Literal>)?.GetValueOrDefault("className")?.Value as string;
    }

    /// <summary>Binds a tag; null when something is wrong with it, which is then reported.</summary>
    internal static Call? Read(ComponentTag tag, PageDiagnostics diagnostics)
    {
        foreach (var mistake in tag.Mistakes)
        {
            diagnostics.Error($"<{tag.Name}>: {mistake.Value}", mistake.Position);
        }

        return tag.Mistakes.Count == 0 ? AttributeBinder.Bind(typeof(Call), tag, diagnostics) as Call : null;
    }

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context) =>
        Fail(call, context, "it stands only between <Tabs> and </Tabs>");
}
