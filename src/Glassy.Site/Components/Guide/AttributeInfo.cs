using System.Globalization;
using System.Reflection;
using Glassy.Components.Binding;
using Glassy.Sources;

namespace Glassy.Components.Guide;

/// <summary>One attribute of a component, as its record declares it.</summary>
/// <param name="Name">As it is written in a tag.</param>
/// <param name="Expected">What its value must be, in words.</param>
/// <param name="Default">The value when it is not given; null when there is none.</param>
/// <param name="IsRequired">Whether a tag without it is a mistake.</param>
/// <param name="Description">What it does, in HTML.</param>
public sealed record AttributeInfo(string Name, string Expected, string? Default, bool IsRequired, RawHtml Description)
{
    /// <summary>The attributes of a component, in the order of its record.</summary>
    /// <exception cref="InvalidOperationException">The record's source does not describe one of them.</exception>
    public static IReadOnlyList<AttributeInfo> ListOf(Component component, CodeDocumentation documentation) =>
        [.. AttributeBinder.ConstructorOf(component.Attributes)
            .GetParameters()
            .Select(parameter => Of(parameter, component, documentation))];

    private static AttributeInfo Of(ParameterInfo parameter, Component component, CodeDocumentation documentation)
    {
        var description = documentation.ParameterOf(component.Attributes, parameter.Name!) // a constructor's parameters have names
            ?? throw new InvalidOperationException($"{component.Attributes}: the parameter {parameter.Name} has no <param>");
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return new AttributeInfo(
            AttributeBinder.NameOf(parameter),
            AttributeBinder.Describe(type),
            DefaultOf(parameter),
            !parameter.HasDefaultValue,
            description);
    }

    private static string? DefaultOf(ParameterInfo parameter) => parameter.HasDefaultValue
        ? parameter.DefaultValue switch
        {
            null => null,
            bool flag => flag ? "true" : "false",
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        }
        : null;
}
