using System.Collections;
using System.Reflection;
using Glassy.Settings;

namespace Glassy.Configuration;

/// <summary>One key of <c>glassy.yml</c>.</summary>
public sealed class ConfigKey
{
    private readonly SettingAttribute _setting;
    private readonly IReadOnlyList<PropertyInfo> _way;

    /// <param name="path">With dots.</param>
    /// <param name="setting">What the property's line says of it.</param>
    /// <param name="way">The properties that lead from the configuration to the value.</param>
    /// <param name="value">The value when it is not given.</param>
    internal ConfigKey(string path, SettingAttribute setting, IReadOnlyList<PropertyInfo> way, object? value)
    {
        (Path, _setting, _way) = (path, setting, way);
        Default = Write(value);
    }

    /// <summary>With dots: <c>run.epochs</c>.</summary>
    public string Path { get; }

    /// <summary>What its value must be, in words: "a whole number from 1".</summary>
    public string Expected => _setting.Expected;

    /// <summary>The value when it is not given, as it would be written; empty for none.</summary>
    public string Default { get; }

    /// <summary>What it does, in a sentence.</summary>
    public string Description => _setting.Description;

    /// <summary>What <see cref="Expected"/> says, for programs; of a list, each of its items.</summary>
    public SettingValue Value => _setting.Value;

    /// <summary>Whether the value is a list.</summary>
    public bool IsList => ValueType.IsGenericType && ValueType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    private Type ValueType => _way[^1].PropertyType;

    /// <summary>What was expected instead of a value that is none, and what else there is to say of it.</summary>
    /// <param name="scalars">One, or a list's items; null for neither.</param>
    public string ExpectedInsteadOf(IReadOnlyList<string>? scalars) =>
        scalars?.Select(_setting.MistakeIn).OfType<string>().FirstOrDefault() is { } mistake ? $"{Expected}; {mistake}" : Expected;

    /// <summary>A configuration with another value; null when that is not what is expected.</summary>
    /// <param name="config">Stays as it is.</param>
    /// <param name="scalars">One, or a list's items.</param>
    public GlassyConfig? Apply(GlassyConfig config, IReadOnlyList<string> scalars)
    {
        var items = new List<object?>();
        foreach (var scalar in scalars)
        {
            if (!_setting.TryRead(scalar, out var item))
            {
                return null;
            }

            items.Add(item);
        }

        return (GlassyConfig)With(config, 0, IsList ? ListOf(items) : items[0]);
    }

    /// <summary>The value that the last record on the way has, as it would be written.</summary>
    internal string ValueIn(object record) => Write(_way[^1].GetValue(record));

    private string Write(object? value) => IsList && value is IEnumerable items
        ? $"[{string.Join(", ", items.Cast<object>().Select(_setting.Write))}]"
        : _setting.Write(value);

    /// <summary>A copy of a record on the way, with the value at the way's end.</summary>
    private object With(object record, int step, object? value)
    {
        var copy = Activator.CreateInstance(record.GetType())!; // all have a constructor without parameters
        foreach (var property in record.GetType().GetProperties().Where(property => property.CanWrite))
        {
            property.SetValue(copy, property.GetValue(record));
        }

        var (next, isLast) = (_way[step], step == _way.Count - 1);
        next.SetValue(copy, isLast ? value : With(next.GetValue(record)!, step + 1, value)); // a group is never null
        return copy;
    }

    private Array ListOf(List<object?> items)
    {
        var list = Array.CreateInstance(ValueType.GetGenericArguments()[0], items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            list.SetValue(items[i], i);
        }

        return list;
    }
}
