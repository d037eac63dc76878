namespace Glassy.Settings;

/// <summary>One of a few words, each of which stands for a value.</summary>
public abstract class OneOfAttribute : SettingAttribute
{
    private readonly IReadOnlyList<(string Word, object? Value)> _choices;

    /// <param name="description">What the key does.</param>
    /// <param name="choices">The words, and what the property holds for each.</param>
    /// <param name="value">The words for programs; null for texts.</param>
    protected OneOfAttribute(string description, IReadOnlyList<(string Word, object? Value)> choices, SettingValue? value = null)
        : base(description, Listed(WordsOf(choices)), value ?? SettingValue.OneOf(WordsOf(choices))) =>
        _choices = choices;

    public override bool TryRead(string text, out object? value)
    {
        var choice = _choices.FirstOrDefault(choice => choice.Word == text);
        value = choice.Value;
        return choice.Word is not null;
    }

    public override string Write(object? value) => _choices.FirstOrDefault(choice => Equals(choice.Value, value)).Word ?? "";

    private static IReadOnlyList<string> WordsOf(IReadOnlyList<(string Word, object? Value)> choices) =>
        [.. choices.Select(choice => choice.Word)];

    private static string Listed(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";
}
