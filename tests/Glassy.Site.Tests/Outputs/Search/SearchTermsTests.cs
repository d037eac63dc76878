using System.Text.Json;
using Glassy.Outputs.Search;

namespace Glassy.Tests.Outputs.Search;

public sealed class SearchTermsTests
{
    /// <summary>What both the program and <c>search.js</c> must make of a text; a browser test holds the other half.</summary>
    public static TheoryData<string, string[]> Golden()
    {
        var path = Path.Combine(RepositoryRoot.Path, "tests", "Shared", "terms.json");
        using var golden = JsonDocument.Parse(File.ReadAllText(path));
        var data = new TheoryData<string, string[]>();
        foreach (var pair in golden.RootElement.EnumerateArray())
        {
            data.Add(pair[0].GetString()!, [.. pair[1].EnumerateArray().Select(term => term.GetString()!)]); // the file holds strings only
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Golden))]
    public void Text_becomes_the_terms_by_which_it_is_found(string text, string[] terms)
    {
        var found = new List<string>();

        SearchTerms.Split(text, (term, _) => found.Add(term.ToString()));

        Assert.Equal(terms, found);
    }
}
