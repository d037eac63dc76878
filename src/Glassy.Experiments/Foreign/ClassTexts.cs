using System.Globalization;
using Glassy.Diagnostics;

namespace Glassy.Foreign;

/// <summary>
/// The texts by which a file names classes: all are names, or all are numbers from 0, or some each where no class has a number for its
/// name. Which, is known when all have been seen; until then each different text has a number of its own.
/// </summary>
/// <param name="classes">[classes] names in label order.</param>
internal sealed class ClassTexts(IReadOnlyList<string> classes)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    /// <summary>The text's own number.</summary>
    public int Add(string text)
    {
        if (!_numbers.TryGetValue(text, out var number))
        {
            _numbers[text] = number = _texts.Count;
            _texts.Add(text);
        }

        return number;
    }

    public string TextOf(int number) => _texts[number];

    /// <summary>[texts] the class of each; -1 for one that is neither a name nor a number of a class.</summary>
    public IReadOnlyList<int> Resolve()
    {
        int[] byName = [.. _texts.Select(text => Spelling.PlaceOf(text, classes))];
        int[] byNumber = [.. _texts.Select(NumberOf)];
        return byName.Contains(-1) && !byNumber.Contains(-1) ? byNumber
            : classes.Any(label => NumberOf(label) >= 0) ? byName
            : [.. byName.Zip(byNumber, Math.Max)];
    }

    /// <summary>A whole number as pandas writes it, too: <c>3.0</c>.</summary>
    private int NumberOf(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && double.IsInteger(number) && number < classes.Count
            ? (int)number
            : -1;
}
