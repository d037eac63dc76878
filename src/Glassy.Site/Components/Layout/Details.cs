using Glassy.Components.Binding;
using Glassy.Sources;

namespace Glassy.Components.Layout;

/// <summary>
/// Something to unfold: <c>&lt;Details summary="More"&gt;…&lt;/Details&gt;</c>; a <c>&lt;summary&gt;</c> among the children does as well.
/// </summary>
public sealed class Details() : Component<Details.Call>("Details")
{
    public override bool TakesChildren => true;

    /// <param name="Summary">What is shown folded.</param>
    /// <param name="Open">It begins unfolded.</param>
    /// <param name="ClassName">Classes of the whole.</param>
    public sealed record Call(string? Summary = null, bool Open = false, string? ClassName = null);

    /// <param name="Summary">What is shown folded; null when the children say it.</param>
    /// <param name="Open">It begins unfolded.</param>
    /// <param name="ClassName">Classes of the whole, or null.</param>
    /// <param name="Children">What is unfolded.</param>
    public sealed record Model(string? Summary, bool Open, string? ClassName, RawHtml Children);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context) =>
        new Model(attributes.Summary, attributes.Open, attributes.ClassName, call.Children ?? RawHtml.Empty);
}
