namespace Glassy.Checks;

/// <summary>A figure or name that a check goes by.</summary>
/// <param name="Name">The place in the sentence that says it.</param>
/// <param name="Unit">How it is written.</param>
/// <param name="Number">0 for a name.</param>
/// <param name="Text">Null for a figure.</param>
public sealed record CheckValue(string Name, CheckUnit Unit, double Number, string? Text)
{
    public static CheckValue Count(string name, long count) => new(name, CheckUnit.Count, count, null);

    /// <param name="name">Its place.</param>
    /// <param name="share">Usually 0..1.</param>
    public static CheckValue Share(string name, double share) => new(name, CheckUnit.Share, share, null);

    public static CheckValue Called(string name, string text) => new(name, CheckUnit.Text, 0, text);
}

/// <summary>How a figure of a check is written.</summary>
public enum CheckUnit
{
    /// <summary>A whole number.</summary>
    Count,

    /// <summary>In percent.</summary>
    Share,

    /// <summary>A name, as it is.</summary>
    Text,
}
