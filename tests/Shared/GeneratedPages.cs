using System.Text;
using Glassy.Outputs.Search;

namespace Glassy.Tests;

/// <summary>
/// Pages that are as hard to index as real ones: words by Zipf's law from a vocabulary of 30,000, each page with a subject
/// of its own, sections of prose and code with identifiers and figures. The same ones for the same seed.
/// </summary>
internal sealed class GeneratedPages
{
    private const int Vocabulary = 30_000;
    private const int SectionsAPage = 8;
    private const int SubjectWords = 60;

    private static readonly string[] Onsets =
    [
        "b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr", "pr", "cl", "gr", "ch", "th", ""
    ];
    private static readonly string[] Nuclei = ["a", "e", "i", "o", "u", "ea", "io", "ou", "y"];
    private static readonly string[] Codas = ["", "", "n", "r", "s", "t", "l", "nd", "st", "ng", "ck", "m"];

    private readonly Random _random;
    private readonly string[] _words;
    private readonly double[] _cumulative = new double[Vocabulary];

    private GeneratedPages(int seed)
    {
        _random = new Random(seed);
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < Vocabulary)
        {
            words.Add(NewWord(1 + (words.Count * 4 / Vocabulary) + _random.Next(2)));
        }

        _words = [.. words];
        var sum = 0.0;
        for (var i = 0; i < Vocabulary; i++)
        {
            _cumulative[i] = sum += 1 / (i + 2.7);
        }
    }

    /// <param name="count">Pages.</param>
    /// <param name="length">Of a page's text in characters.</param>
    /// <param name="seed">Of the random numbers.</param>
    public static IReadOnlyList<SearchPage> Of(int count, int length = 7000, int seed = 1)
    {
        var pages = new GeneratedPages(seed);
        return [.. Enumerable.Range(0, count).Select(i => pages.NewPage(i, length))];
    }

    private SearchPage NewPage(int number, int length)
    {
        var subject = Enumerable.Range(0, SubjectWords).Select(_ => _words[_random.Next(Vocabulary)]).ToArray();
        var sections = Enumerable.Range(0, SectionsAPage).Select(i =>
        {
            var heading = i == 0 ? "" : $"{Capital(Word(subject))} {Word(subject)}";
            return new SearchSection(heading, heading.ToLowerInvariant().Replace(' ', '-'), Text(subject, length / SectionsAPage));
        });
        var title = $"{Capital(subject[0])} {Word(subject)}";
        return new SearchPage(title, $"guide-{number % 20}/{subject[0]}-{number}", [$"Guide {number % 20}"], [], [.. sections]);
    }

    private string Text(string[] subject, int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
        {
            var kind = _random.Next(40);
            text.Append(kind switch
            {
                0 => $"{Word(subject)}_{Word(subject)} ",
                1 => $"{Word(subject)}.{Word(subject)}{Capital(Word(subject))}({_random.Next(1000)}) ",
                2 => $"{_random.Next(10_000) / 100.0} % ",
                < 6 => Capital(Word(subject)) + ". ",
                _ => Word(subject) + " ",
            });
        }

        return text.ToString(0, length);
    }

    /// <summary>One in eight words is of the page's subject.</summary>
    private string Word(string[] subject)
    {
        if (_random.Next(8) == 0)
        {
            return subject[_random.Next(subject.Length)];
        }

        var index = Array.BinarySearch(_cumulative, _random.NextDouble() * _cumulative[^1]);
        return _words[index < 0 ? Math.Min(~index, Vocabulary - 1) : index];
    }

    private string NewWord(int syllables)
    {
        var word = new StringBuilder();
        for (var i = 0; i < syllables; i++)
        {
            word
                .Append(Onsets[_random.Next(Onsets.Length)])
                .Append(Nuclei[_random.Next(Nuclei.Length)])
                .Append(Codas[_random.Next(Codas.Length)]);
        }

        return word.ToString();
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
