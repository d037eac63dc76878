using System.Security.Cryptography;
using System.Text;
using Glassy.Datasets.Options;

namespace Glassy.Datasets.Folders;

/// <summary>Makes a test split of pictures that come without one.</summary>
internal static class HeldOut
{
    /// <summary>
    /// Chooses the same share of each class: at least one picture of a class that has two, and never all. Which ones depends on their keys
    /// and the seed alone, so that those which stay keep their place when others come.
    /// </summary>
    /// <param name="pictures">Each picture's key, unlike all others, and its label.</param>
    /// <param name="options">The share and the seed.</param>
    /// <returns>[N] whether each is for test.</returns>
    public static bool[] Choose(IReadOnlyList<(string Key, int Label)> pictures, SplitOptions options)
    {
        var isTest = new bool[pictures.Count];
        foreach (var members in Enumerable.Range(0, pictures.Count).GroupBy(i => pictures[i].Label))
        {
            var count = members.Count();
            var wanted = Math.Clamp((int)Math.Floor((count * options.Test) + 0.5), Math.Min(1, count - 1), Math.Max(0, count - 1));
            foreach (var i in members
                .OrderBy(i => PlaceOf(pictures[i].Key, options.Seed), StringComparer.Ordinal)
                .Take(options.Test > 0 ? wanted : 0))
            {
                isTest[i] = true;
            }
        }

        return isTest;
    }

    /// <summary>What is said of it.</summary>
    /// <param name="name">What messages call the dataset.</param>
    /// <param name="isTest">What was chosen.</param>
    /// <param name="options">The share and the seed.</param>
    public static DatasetRemark Remark(string name, bool[] isTest, SplitOptions options) => new(
        FormattableString.Invariant(
            $"{name} comes without a test split: {isTest.Count(test => test):N0} of its {isTest.Length:N0} pictures are held out for test, {options.Test * 100:0.#} % of each class (dataset.split: {{ test: {options.Test}, seed: {options.Seed} }})"),
        IsWarning: false)
    {
        Kind = "held_out",
        Numbers = new Dictionary<string, long> { ["count"] = isTest.Count(test => test), ["all"] = isTest.Length },
        Names = new Dictionary<string, string>
        {
            ["name"] = DatasetRemark.NameOf(name),
            ["percent"] = FormattableString.Invariant($"{options.Test * 100:0.#}"),
            ["test"] = FormattableString.Invariant($"{options.Test}"),
            ["seed"] = FormattableString.Invariant($"{options.Seed}"),
        },
    };

    /// <summary>What is said where a validation split stands in for a test split.</summary>
    /// <param name="name">What messages call the dataset.</param>
    public static DatasetRemark ValidationRemark(string name) =>
        new($"{name} comes without a test split: its validation split is used as one", IsWarning: true)
        {
            Kind = "validation_as_test",
            Names = new Dictionary<string, string> { ["name"] = DatasetRemark.NameOf(name) },
        };

    private static string PlaceOf(string key, long seed) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed}\n{key}"))));
}
