using Glassy.Components.Binding;
using Glassy.Sources;

namespace Glassy.Components.Guide;

/// <summary>
/// A verb of the program with its options, from the command line's own definition: <c>&lt;CommandReference name="build" /&gt;</c>.
/// </summary>
public sealed class CommandReference() : Component<CommandReference.Call>("CommandReference")
{
    /// <param name="Name">The verb.</param>
    public sealed record Call(Located<string> Name);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context) =>
        IsOneOf([.. context.Site.Commands.Select(command => command.Name)], attributes.Name, "name", context)
            ? context.Site.Commands.Single(command => command.Name == attributes.Name.Value)
            : null;
}
