using Glassy.Components.Binding;
using Glassy.Sources;

namespace Glassy.Components.Guide;

/// <summary>
/// What a component is and which attributes it takes, from its source: <c>&lt;ComponentReference name="ImagesTable" /&gt;</c>.
/// </summary>
/// <param name="catalog">The components that there are.</param>
public sealed class ComponentReference(Func<IReadOnlyList<Component>> catalog) : Component<ComponentReference.Call>("ComponentReference")
{
    private readonly Lazy<CodeDocumentation> _documentation = new(CodeDocumentation.OfThisProgram);

    /// <param name="Name">The component's name.</param>
    public sealed record Call(Located<string> Name);

    /// <param name="Name">The component's name.</param>
    /// <param name="Summary">What it is, in HTML.</param>
    /// <param name="TakesChildren">Whether something may stand between its tags.</param>
    /// <param name="Attributes">In the order of its record.</param>
    public sealed record Model(string Name, RawHtml Summary, bool TakesChildren, IReadOnlyList<AttributeInfo> Attributes);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        var components = catalog();
        if (!IsOneOf([.. components.Select(component => component.Name)], attributes.Name, "name", context))
        {
            return null;
        }

        var component = components.Single(component => component.Name == attributes.Name.Value);
        var summary = _documentation.Value.SummaryOf(component.GetType())
            ?? throw new InvalidOperationException($"{component.GetType()} has no <summary>");
        return new Model(component.Name, summary, component.TakesChildren, AttributeInfo.ListOf(component, _documentation.Value));
    }
}
