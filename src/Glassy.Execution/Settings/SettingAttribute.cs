using System.Globalization;

namespace Glassy.Settings;

/// <summary>
/// Makes a property a key of <c>glassy.yml</c>: the key's name and default are the property's own, the kind of attribute says what it may
/// be. The reader, its messages, the JSON Schema and the documentation all follow from this line.
/// </summary>
/// <param name="description">What the key does, in a sentence.</param>
/// <param name="expected">What its value must be, in words: "a whole number from 1".</param>
/// <param name="value">The same for programs; of a list, each of its items.</param>
[AttributeUsage(AttributeTargets.Property)]
public abstract class SettingAttribute(string description, string expected, SettingValue value) : Attribute
{
    public string Description => description;

    /// <summary>What its value must be, in words; given where the kind's own words are too general.</summary>
    public string Expected { get; init; } = expected;

    public SettingValue Value => value;

    /// <summary>Reads the value, or one item of a list.</summary>
    /// <param name="text">As written.</param>
    /// <param name="value">What the property holds then.</param>
    /// <returns>Whether it is what is expected.</returns>
    public abstract bool TryRead(string text, out object? value);

    /// <summary>What is wrong with a value that cannot be read, where more can be said than what was expected; null for no more.</summary>
    public virtual string? MistakeIn(string text) => null;

    /// <summary>A value of the property as one would write it; empty for one that cannot be written.</summary>
    public virtual string Write(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
