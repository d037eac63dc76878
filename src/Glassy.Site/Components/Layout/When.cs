using Glassy.Components.Binding;
using Glassy.Reading;
using Glassy.Sources;

namespace Glassy.Components.Layout;

/// <summary>
/// What is said only where it is so: <c>&lt;When test="run.wrong > 0"&gt;…&lt;/When&gt;</c>. Where the test fails it is taken away before
/// the page is rendered (<see cref="Conditions"/>).
/// </summary>
public sealed class When() : Component<When.Call>(Conditions.TagName)
{
    public override bool TakesChildren => true;

    /// <param name="Test">An expression as in tokens; what has no value fails.</param>
    public sealed record Call(string Test);

    /// <param name="Children">What is so.</param>
    public sealed record Model(RawHtml Children);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context) =>
        new Model(call.Children ?? RawHtml.Empty);
}
