using System.Globalization;
using System.Reflection;
using Glassy.Diagnostics;
using Glassy.Pages;
using Glassy.Sources;
using Glassy.Syntax;

namespace Glassy.Components.Binding;

/// <summary>Makes a component's attributes from its tag, or says what is wrong with them.</summary>
public static class AttributeBinder
{
    /// <summary>Binds a tag to a record's constructor.</summary>
    /// <param name="type">The record; its parameters are the attributes.</param>
    /// <param name="tag">The tag.</param>
    /// <param name="diagnostics">Receives unknown, missing and mistyped attributes.</param>
    /// <returns>The record; null when something is wrong.</returns>
    public static object? Bind(Type type, ComponentTag tag, PageDiagnostics diagnostics)
    {
        var constructor = ConstructorOf(type);
        var parameters = constructor.GetParameters();
        var names = parameters.Select(NameOf).ToList();
        var isGood = true;
        foreach (var argument in tag.Attributes.Where(argument => !names.Contains(argument.Name)))
        {
            var known = names.Count == 0 ? "; it takes none" : Spelling.SuggestAndList(argument.Name, names);
            diagnostics.Error($"<{tag.Name}> has no attribute `{argument.Name}`{known}", argument.Position);
            isGood = false;
        }

        var values = new object?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            var argument = tag.Attributes.FirstOrDefault(a => a.Name == names[i]);
            isGood &= argument is null
                ? TryDefault(parameters[i], tag, diagnostics, out values[i])
                : TryConvert(parameters[i].ParameterType, argument.Value, names[i], tag, diagnostics, out values[i]);
        }

        return isGood ? constructor.Invoke(values) : null;
    }

    /// <summary>The constructor whose parameters are a component's attributes.</summary>
    internal static ConstructorInfo ConstructorOf(Type type) =>
        type.GetConstructors().MaxBy(c => c.GetParameters().Length)!; // records have a public one

    /// <summary>How an attribute is written that binds to a parameter.</summary>
    internal static string NameOf(ParameterInfo parameter) =>
        char.ToLowerInvariant(parameter.Name![0]) + parameter.Name[1..]; // a constructor's parameters have names

    private static bool TryDefault(ParameterInfo parameter, ComponentTag tag, PageDiagnostics diagnostics, out object? value)
    {
        value = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        if (!parameter.HasDefaultValue)
        {
            diagnostics.Error($"<{tag.Name}> needs the attribute `{NameOf(parameter)}`", tag.Position);
        }

        return parameter.HasDefaultValue;
    }

    private static bool TryConvert(
        Type type, Literal literal, string name, ComponentTag tag, PageDiagnostics diagnostics, out object? value)
    {
        value = null;
        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        if (wanted == typeof(Literal))
        {
            value = literal;
        }
        else if (wanted == typeof(Located<string>) && TextOf(literal) is { } text)
        {
            value = new Located<string>(text, literal.Position);
        }
        else if (wanted == typeof(string))
        {
            value = TextOf(literal);
        }
        else if (wanted == typeof(int) && double.TryParse(TextOf(literal), CultureInfo.InvariantCulture, out var number)
            && number == Math.Truncate(number) && Math.Abs(number) <= int.MaxValue)
        {
            value = (int)number;
        }
        else if (wanted == typeof(bool)
            && (literal.Value as bool? ?? (bool.TryParse(TextOf(literal), out var flag) ? flag : null)) is { } truth)
        {
            value = truth;
        }
        else if (wanted == typeof(IReadOnlyList<Located<string>>) && literal.Value is IReadOnlyList<Literal> items)
        {
            return TryConvertList(items, name, tag, diagnostics, out value);
        }

        if (value is null)
        {
            diagnostics.Error($"<{tag.Name}> `{name}` must be {Describe(wanted)}, not {literal.Kind}", literal.Position);
        }

        return value is not null;
    }

    private static bool TryConvertList(
        IReadOnlyList<Literal> items, string name, ComponentTag tag, PageDiagnostics diagnostics, out object? value)
    {
        var texts = new List<Located<string>>(items.Count);
        var isGood = true;
        foreach (var item in items)
        {
            isGood &= TryConvert(typeof(Located<string>), item, name, tag, diagnostics, out var text);
            if (text is Located<string> located)
            {
                texts.Add(located);
            }
        }

        value = texts;
        return isGood;
    }

    private static string? TextOf(Literal literal) => literal.Value switch
    {
        string text => text,
        double number => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>What a value must be, in words.</summary>
    internal static string Describe(Type type) =>
        type == typeof(int) ? "a whole number"
        : type == typeof(bool) ? "true or false"
        : type == typeof(string) || type == typeof(Located<string>) ? "a string"
        : type == typeof(Literal) ? "a literal"
        : "an array of strings";
}
