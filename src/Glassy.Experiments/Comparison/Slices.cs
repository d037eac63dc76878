using System.Globalization;
using Glassy.Datasets;
using Glassy.Metrics;

namespace Glassy.Comparison;

/// <summary>The accuracy on the test pictures of each value of an attribute: of each patient, each device, each age.</summary>
/// <param name="All">Those that are large enough, the least accurate first; of equally accurate ones the larger first.</param>
/// <param name="Small">How many values have fewer pictures than that.</param>
/// <param name="SmallPictures">How many pictures these have together.</param>
/// <param name="Unknown">Pictures of which the attribute says nothing.</param>
/// <param name="AreRanges">Whether the attribute is a number, and each slice a range of it with about as many pictures.</param>
public sealed record Slices(IReadOnlyList<Slice> All, int Small, int SmallPictures, int Unknown, bool AreRanges)
{
    /// <summary>A number with more values than this is taken in ranges.</summary>
    private const int MostNumbers = 12;
    private const int Ranges = 4;

    /// <param name="trait">Of the test pictures.</param>
    /// <param name="predictions">One a test picture, in test order.</param>
    /// <param name="least">A slice with fewer pictures is not judged, 1 or more.</param>
    public static Slices Of(PictureTrait trait, IReadOnlyList<Prediction> predictions, int least)
    {
        var known = trait.Values
            .Zip(predictions, (value, prediction) => (Value: value.Trim(), prediction.IsCorrect))
            .Where(picture => picture.Value.Length > 0)
            .ToList();
        var isGroup = string.Equals(trait.Name, PictureTrait.Group, StringComparison.OrdinalIgnoreCase); // whose numbers are names
        var numbers = isGroup ? null : NumbersOf(known.Select(picture => picture.Value));
        var groups = numbers is null
            ? known
                .GroupBy(picture => picture.Value, StringComparer.Ordinal)
                .Select(group => SliceOf(group.Key, group.Select(picture => picture.IsCorrect)))
            : RangesOf([
                .. numbers.Zip(known, (number, picture) => (number, picture.Value, picture.IsCorrect)).OrderBy(picture => picture.number)
            ]);
        var slices = groups.ToLookup(slice => slice.Accuracy.Total >= least);
        var all = new Proportion(predictions.Count(prediction => prediction.IsCorrect), predictions.Count);
        return new Slices(
            [
                .. Tested([.. slices[true]], all).OrderBy(slice => slice.Accuracy.Value).ThenByDescending(slice => slice.Accuracy.Total)
                    .ThenBy(slice => slice.Value, StringComparer.Ordinal),
            ],
            slices[false].Count(),
            slices[false].Sum(slice => slice.Accuracy.Total),
            trait.Values.Count - known.Count,
            numbers is not null);
    }

    /// <summary>Null unless all are numbers, and too many to be taken one by one.</summary>
    private static List<double>? NumbersOf(IEnumerable<string> values)
    {
        var numbers = new List<double>();
        foreach (var value in values)
        {
            if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers.Distinct().Count() > MostNumbers ? numbers : null;
    }

    /// <summary>At most four with about as many pictures; equal numbers stay together.</summary>
    private static IEnumerable<Slice> RangesOf(IReadOnlyList<(double Number, string Value, bool IsCorrect)> ordered)
    {
        for (var (range, from) = (1, 0); from < ordered.Count; range++)
        {
            var to = ordered.Count * range / Ranges;
            if (to <= from)
            {
                continue; // equal numbers have filled this range too
            }

            while (to < ordered.Count && ordered[to].Number == ordered[to - 1].Number)
            {
                to++;
            }

            var name = ordered[from].Number == ordered[to - 1].Number
                ? ordered[from].Value
                : $"{ordered[from].Value} … {ordered[to - 1].Value}";
            yield return SliceOf(name, ordered.Take(to).Skip(from).Select(picture => picture.IsCorrect));
            from = to;
        }
    }

    private static Slice SliceOf(string value, IEnumerable<bool> areCorrect)
    {
        var all = areCorrect.ToList();
        return new Slice(value, new Proportion(all.Count(isCorrect => isCorrect), all.Count), 1);
    }

    /// <summary>Each against all other pictures, corrected for how many are compared.</summary>
    private static IEnumerable<Slice> Tested(IReadOnlyList<Slice> slices, Proportion all)
    {
        var p = Holm.Adjust([.. slices.Select(slice => FisherExact.P(
            slice.Accuracy.Successes, slice.Accuracy.Total, all.Successes - slice.Accuracy.Successes, all.Total - slice.Accuracy.Total))]);
        return slices.Zip(p, (slice, adjusted) => slice with { P = adjusted });
    }
}

/// <summary>The test pictures of one value of an attribute.</summary>
/// <param name="Value">As the file has it; of numbers a range.</param>
/// <param name="Accuracy">Share right, with its Wilson interval.</param>
/// <param name="P">Of Fisher's exact test against all other test pictures, corrected by Holm for all slices; 0..1.</param>
public sealed record Slice(string Value, Proportion Accuracy, double P);
