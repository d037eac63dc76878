namespace Glassy.Sources;

/// <summary>Markup that is written as it is; every other value in a template is escaped.</summary>
public readonly record struct RawHtml(string Value)
{
    public static RawHtml Empty { get; } = new("");

    public override string ToString() => Value;
}
