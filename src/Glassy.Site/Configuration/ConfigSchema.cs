using System.Reflection;
using System.Text.Json;
using Glassy.Settings;

namespace Glassy.Configuration;

/// <summary>Every key of <c>glassy.yml</c>, in order, as <see cref="GlassyConfig"/> and the records in it declare them.</summary>
public static class ConfigSchema
{
    public static IReadOnlyList<ConfigKey> Keys { get; } = [.. KeysOf(new GlassyConfig(), "", [])];

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
