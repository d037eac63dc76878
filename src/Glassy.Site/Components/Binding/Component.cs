using Glassy.Diagnostics;
using Glassy.Sources;

namespace Glassy.Components.Binding;

/// <summary>A tag that pages can use. Its template is <c>components/Name.html</c>.</summary>
/// <param name="name">The tag's name.</param>
public abstract class Component(string name)
{
    public string Name { get; } = name;

    /// <summary>Whether Markdown may stand between its tags.</summary>
    public virtual bool TakesChildren => false;

    /// <summary>
    /// The only component that may stand directly between its tags, which the component itself then writes; null for any Markdown.
    /// </summary>
    public virtual string? ItemName => null;

    /// <summary>A record whose constructor's parameters are the attributes, by name in camelCase.</summary>
    public abstract Type Attributes { get; }

    /// <summary>Makes what the template shows; null when something is wrong, which is then in the context's diagnostics.</summary>
    internal abstract object? CreateModel(object attributes, ComponentCall call, ComponentContext context);
}

/// <summary>A component with its attributes' type.</summary>
/// <typeparam name="TAttributes">A record; parameters without a default are required.</typeparam>
public abstract class Component<TAttributes>(string name) : Component(name)
    where TAttributes : class
{
    public override Type Attributes => typeof(TAttributes);

    internal override object? CreateModel(object attributes, ComponentCall call, ComponentContext context) =>
        CreateModel((TAttributes)attributes, call, context);

    /// <summary>Makes what the template shows; null when something is wrong, which is then in the context's diagnostics.</summary>
    protected abstract object? CreateModel(TAttributes attributes, ComponentCall call, ComponentContext context);

    /// <summary>Whether a value is one of those that can be; reports it when it is not. One that is absent is its default.</summary>
    protected bool IsOneOf(IReadOnlyCollection<string> known, Located<string>? value, string attribute, ComponentContext context)
    {
        if (value is null || known.Contains(value.Value))
        {
            return true;
        }

        context.Diagnostics.Error(
            $"<{Name}> `{attribute}` cannot be `{value.Value}`{Spelling.SuggestAndList(value.Value, known)}", value.Position);
        return false;
    }

    /// <summary>Reports that there is no run to show, and gives the null that stands for "nothing to show".</summary>
    protected object? FailWithoutRun(ComponentCall call, ComponentContext context) => Fail(call, context, "there is no run; train first");

    /// <summary>Says in one sentence that the run has nothing for this component; no mistake.</summary>
    /// <param name="context">The page.</param>
    /// <param name="word">The sentence's name among the theme's words.</param>
    /// <param name="values">What stands in it.</param>
    protected static Absent Without(ComponentContext context, string word, params ReadOnlySpan<(string Name, object? Value)> values) =>
        new(context.Words.Of(word, values));

    /// <summary>Reports a mistake at the tag and gives the null that stands for "nothing to show".</summary>
    protected object? Fail(ComponentCall call, ComponentContext context, string message)
    {
        context.Diagnostics.Error($"<{Name}>: {message}", call.Tag.Position);
        return null;
    }
}
