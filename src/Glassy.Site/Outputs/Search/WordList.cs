using System.Text;

namespace Glassy.Outputs.Search;

/// <summary>
/// Sorted terms as one text, each as what it has in common with the one before and the rest: <c>Atrain</c>, <c>Fing</c> for train,
/// training.
/// </summary>
internal static class WordList
{
    /// <summary>The most that two terms share; its length is a letter, <c>A</c> for none. Terms have no upper-case ASCII letters.</summary>
    private const int MostShared = 'Z' - 'A';

    /// <param name="terms">In ordinal order.</param>
    public static string Write(IEnumerable<string> terms)
    {
        var text = new StringBuilder();
        var before = "";
        foreach (var term in terms)
        {
            var shared = Math.Min(term.AsSpan().CommonPrefixLength(before), MostShared);
            text.Append((char)('A' + shared)).Append(term, shared, term.Length - shared);
            before = term;
        }

        return text.ToString();
    }

    /// <summary>The words that a misspelt one can mean, in ordinal order: of letters only, three or more.</summary>
    /// <param name="terms">All terms, in ordinal order.</param>
    /// <param name="most">At most so many, those in most sections first.</param>
    public static IEnumerable<string> Spelling(IReadOnlyList<KeyValuePair<string, Postings>> terms, int most)
    {
        var words = terms.Where(entry => entry.Value.IsWord && entry.Key.Length > 2 && entry.Key.All(char.IsLetter)).ToList();
        if (words.Count <= most)
        {
            return words.Select(entry => entry.Key);
        }

        var least = words.Select(entry => entry.Value.Places.Length).OrderDescending().ElementAt(most - 1);
        var spare = most - words.Count(entry => entry.Value.Places.Length > least);
        return words
            .Where(entry => entry.Value.Places.Length > least || (entry.Value.Places.Length == least && spare-- > 0))
            .Select(entry => entry.Key);
    }
}
