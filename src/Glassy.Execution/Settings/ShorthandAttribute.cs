namespace Glassy.Settings;

/// <summary>
/// Makes a single value of a group of keys stand for one of its keys: <c>dataset: digits</c> for <c>dataset: {name: digits}</c>.
/// </summary>
/// <param name="property">The property of the group's record that such a value is of.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ShorthandAttribute(string property) : Attribute
{
    public string Property => property;
}
