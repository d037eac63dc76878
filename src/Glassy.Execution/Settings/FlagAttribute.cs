namespace Glassy.Settings;

/// <summary>True or false, for a <see cref="bool"/> or for two values of an enumeration.</summary>
public sealed class FlagAttribute : OneOfAttribute
{
    /// <param name="description">What the key does.</param>
    public FlagAttribute(string description)
        : this(description, true, false)
    {
    }

    /// <param name="description">What the key does.</param>
    /// <param name="whenTrue">What the property holds for <c>true</c>.</param>
    /// <param name="whenFalse">What it holds for <c>false</c>.</param>
    public FlagAttribute(string description, object whenTrue, object whenFalse)
        : base(description, [("true", whenTrue), ("false", whenFalse)], new SettingValue("boolean"))
    {
    }
}
