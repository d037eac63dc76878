using System.Globalization;

namespace Glassy.Datasets.Files;

/// <summary>
/// What EMNIST's labels mean (Cohen, Afshar, Tapson, van Schaik 2017): a line a class, the label and the codes of its characters, as <c>1
/// 65 97</c>.
/// </summary>
public sealed class EmnistMapping
{
    private readonly Dictionary<int, int> _places;

    private EmnistMapping(IReadOnlyList<string> classes, Dictionary<int, int> places) => (Classes, _places) = (classes, places);

    /// <summary>The first character of each, in the order of the lines.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <param name="text">The file's.</param>
    /// <param name="name">The path as messages show it.</param>
    /// <exception cref="InvalidDataException">A line is none, or a label or character stands there twice.</exception>
    public static EmnistMapping Read(string text, string name)
    {
        var (classes, places) = (new List<string>(), new Dictionary<int, int>());
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var numbers = lines[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (numbers.Length == 0)
            {
                continue;
            }

            if (numbers.Length < 2 || !TryRead(numbers[0], out var label) || !TryRead(numbers[1], out var code) || code is < 33 or > 126)
            {
                throw new InvalidDataException(
                    $"{name}:{i + 1}: no line of a mapping, expected a label and the code of a character, such as 1 65 97");
            }

            var character = ((char)code).ToString();
            if (classes.Contains(character) || !places.TryAdd(label, classes.Count))
            {
                throw new InvalidDataException(
                    $"{name}:{i + 1}: label {label} or character {character} stands there twice, expected each once");
            }

            classes.Add(character);
        }

        return classes.Count > 0
            ? new EmnistMapping(classes, places)
            : throw new InvalidDataException($"{name}: an empty mapping, expected a line a class");
    }

    /// <summary>Class indices of labels.</summary>
    /// <param name="labels">[N] as they stand in the file.</param>
    /// <param name="name">The labels' file as messages show it.</param>
    /// <exception cref="InvalidDataException">A label is in no line.</exception>
    public int[] Apply(int[] labels, string name)
    {
        var unknown = Array.FindIndex(labels, label => !_places.ContainsKey(label));
        return unknown < 0
            ? Array.ConvertAll(labels, label => _places[label])
            : throw new InvalidDataException(
                FormattableString.Invariant($"{name}: label {labels[unknown]} of picture {unknown:N0} is not in the mapping file"));
    }

    private static bool TryRead(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
