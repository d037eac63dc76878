using Glassy.Components.Binding;
using Glassy.Configuration;
using Glassy.Sources;

namespace Glassy.Components.Guide;

/// <summary>The keys of <c>glassy.yml</c>, from the list that reads them: <c>&lt;ConfigurationReference section="run" /&gt;</c>.</summary>
public sealed class ConfigurationReference() : Component<ConfigurationReference.Call>("ConfigurationReference")
{
    /// <summary>The section of the keys that stand alone.</summary>
    private const string Top = "top";

    /// <param name="Section">What stands before the dot: <c>run</c>, <c>site</c>; <c>top</c> for the keys without one.</param>
    public sealed record Call(Located<string> Section);

    /// <param name="Section">What stands before the dot.</param>
    /// <param name="Keys">In the order of the list.</param>
    public sealed record Model(string Section, IReadOnlyList<Row> Keys);

    /// <param name="Path">With dots.</param>
    /// <param name="Expected">What its value must be, in words.</param>
    /// <param name="Default">The value when it is not given; empty for none.</param>
    /// <param name="Description">What it does.</param>
    public sealed record Row(string Path, string Expected, string Default, string Description);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        var sections = ConfigSchema.Keys.ToLookup(key => key.Path.Contains('.', StringComparison.Ordinal) ? key.Path.Split('.')[0] : Top);
        return IsOneOf([.. sections.Select(section => section.Key)], attributes.Section, "section", context)
            ? new Model(
                attributes.Section.Value,
                [.. sections[attributes.Section.Value].Select(key => new Row(key.Path, key.Expected, key.Default, key.Description))])
            : null;
    }
}
