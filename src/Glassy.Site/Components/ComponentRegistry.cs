using Glassy.Components.Binding;
using Glassy.Diagnostics;
using Glassy.Sources;

namespace Glassy.Components;

/// <summary>All components by name. Safe to use from any thread.</summary>
/// <param name="components">The components.</param>
/// <param name="templates">Renders their templates.</param>
public sealed class ComponentRegistry(IEnumerable<Component> components, ITemplateRenderer templates)
{
    private readonly Dictionary<string, Component> _byName = components.ToDictionary(c => c.Name, StringComparer.Ordinal);

    /// <summary>The names that pages can use, sorted.</summary>
    public IReadOnlyCollection<string> Names => [.. _byName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The component of a name, or null.</summary>
    public Component? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Renders one use; what is wrong with it goes to the context's diagnostics and leaves nothing on the page.</summary>
    public RawHtml Render(ComponentCall call, ComponentContext context)
    {
        var tag = call.Tag;
        foreach (var mistake in tag.Mistakes)
        {
            context.Diagnostics.Error($"<{tag.Name}>: {mistake.Value}", mistake.Position);
        }

        if (!_byName.TryGetValue(tag.Name, out var component))
        {
            context.Diagnostics.Error($"there is no component <{tag.Name}>{Spelling.SuggestAndList(tag.Name, Names)}", tag.Position);
            return RawHtml.Empty;
        }

        if (call.Children is not null && !component.TakesChildren)
        {
            context.Diagnostics.Error($"<{tag.Name}> takes nothing between its tags: write <{tag.Name} … />", tag.Position);
            return RawHtml.Empty;
        }

        if (tag.Mistakes.Count > 0
            || AttributeBinder.Bind(component.Attributes, tag, context.Diagnostics) is not { } attributes
            || component.CreateModel(attributes, call, context) is not { } model)
        {
            return RawHtml.Empty;
        }

        context.Show(component.Name);
        return templates.Render(model is Absent ? Absent.Template : $"components/{component.Name}.html", model);
    }
}
