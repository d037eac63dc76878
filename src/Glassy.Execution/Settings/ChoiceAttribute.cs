using System.Text.Json;

namespace Glassy.Settings;

/// <summary>One of an enumeration's values; <c>UnitColumns</c> is written <c>unit-columns</c>.</summary>
/// <param name="description">What the key does.</param>
public sealed class ChoiceAttribute<T>(string description) : OneOfAttribute(
    description,
    [.. Enum.GetValues<T>().Select(value => (JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()), (object?)value))])
    where T : struct, Enum;
