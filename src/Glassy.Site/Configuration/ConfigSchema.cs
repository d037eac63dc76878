using System.Reflection;
using System.Text.Json;
using Glassy.Settings;

namespace Glassy.Configuration;

/// <summary>Every key of <c>glassy.yml</c>, in order, as <see cref="GlassyConfig"/> and the records in it declare them.</summary>
public static class ConfigSchema
{
    public static IReadOnlyList<ConfigKey> Keys { get; } = [.. KeysOf(new GlassyConfig(), "", [])];

    /// <summary>The key that a value of a group stands for, by the group's path: <c>dataset</c> for <c>dataset.name</c>.</summary>
    public static IReadOnlyDictionary<string, ConfigKey> Shorthands { get; } = typeof(GlassyConfig).GetProperties()
        .Select(
            group => (Path: JsonNamingPolicy.CamelCase.ConvertName(group.Name), Shorthand: group.GetCustomAttribute<ShorthandAttribute>()))
        .Where(group => group.Shorthand is not null)
        .ToDictionary(
            group => group.Path,
            group => Keys.Single(key => key.Path == $"{group.Path}.{JsonNamingPolicy.CamelCase.ConvertName(group.Shorthand!.Property)}"));

    /// <summary>The key of that path, or the one that a group of that path is short for; null for neither.</summary>
    public static ConfigKey? Find(string path) => Keys.FirstOrDefault(key => key.Path == path) ?? Shorthands.GetValueOrDefault(path);

    /// <param name="record">Holds the defaults.</param>
    /// <param name="prefix">What stands before its keys' names.</param>
    /// <param name="way">The properties that lead to the record.</param>
    private static IEnumerable<ConfigKey> KeysOf(object record, string prefix, IReadOnlyList<PropertyInfo> way)
    {
        foreach (var property in record.GetType().GetProperties().OrderBy(property => property.MetadataToken)) // the order of the source
        {
            var path = prefix + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (property.GetCustomAttribute<SettingAttribute>() is { } setting)
            {
                yield return new ConfigKey(path, setting, [.. way, property], property.GetValue(record));
            }
            else if (property.PropertyType.GetProperties().Any(inner => inner.IsDefined(typeof(SettingAttribute))))
            {
                foreach (var key in KeysOf(property.GetValue(record)!, path + ".", [.. way, property])) // a group is never null
                {
                    yield return key;
                }
            }
        }
    }
}
