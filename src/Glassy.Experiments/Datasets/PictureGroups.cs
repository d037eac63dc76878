namespace Glassy.Datasets;

/// <summary>Test pictures that belong together, of one patient, one writer, one burst: what is drawn again is a whole group.</summary>
/// <param name="Of">[N] the number of each picture's group; one of which nothing is said is a group by itself.</param>
/// <param name="Count">How many groups there are.</param>
public sealed record PictureGroups(IReadOnlyList<int> Of, int Count)
{
    /// <summary>
    /// From fewer groups no interval is drawn: simulated, it held the truth in less than 90 of 100 cases
    /// (<see cref="Comparison.PictureBootstrap"/>).
    /// </summary>
    public const int Least = 10;

    /// <summary>Whether an interval can be drawn.</summary>
    public bool AreEnough => Count >= Least;

    /// <summary>
    /// The groups that an attribute called <c>group</c> names; null when there is none, or each picture is a group by itself.
    /// </summary>
    /// <param name="traits">Of the test pictures.</param>
    public static PictureGroups? From(IReadOnlyList<PictureTrait> traits)
    {
        var trait = traits.FirstOrDefault(trait => string.Equals(trait.Name, PictureTrait.Group, StringComparison.OrdinalIgnoreCase));
        if (trait is null)
        {
            return null;
        }

        var (numbers, count, of) = (new Dictionary<string, int>(StringComparer.Ordinal), 0, new int[trait.Values.Count]);
        foreach (var (i, value) in trait.Values.Select(value => value.Trim()).Index())
        {
            if (value.Length == 0)
            {
                of[i] = count++;
            }
            else if (numbers.TryGetValue(value, out var number))
            {
                of[i] = number;
            }
            else
            {
                of[i] = numbers[value] = count++;
            }
        }

        return count == of.Length ? null : new PictureGroups(of, count);
    }
}
