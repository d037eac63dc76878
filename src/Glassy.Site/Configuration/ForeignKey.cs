namespace Glassy.Configuration;

/// <summary>A key of a recipe that reads predictions.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Description">What it says.</param>
internal sealed record ForeignKey(string Name, string Description)
{
    /// <summary>Whether it may be a list with as many values as there are files of predictions.</summary>
    public bool IsOnePerFile { get; init; }

    /// <summary>Whether its values are whole numbers of 0 or more.</summary>
    public bool IsNumber { get; init; }

    /// <summary>The words that it may be; empty for any.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
