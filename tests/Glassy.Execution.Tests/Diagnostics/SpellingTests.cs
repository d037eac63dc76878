using Glassy.Diagnostics;

namespace Glassy.Tests.Diagnostics;

public sealed class SpellingTests
{
    private static readonly string[] Known = ["accuracy", "loss", "epochs"];

    [Theory]
    [InlineData("acuracy", "accuracy")]
    [InlineData("LOSS", "loss")]
    [InlineData("epoch", "epochs")]
    [InlineData("seed", null)]
    public void The_nearest_name_is_found_when_it_is_near(string name, string? nearest) => Assert.Equal(nearest, Spelling.Nearest(name, Known));

    [Theory]
    [InlineData("los", "; did you mean `loss`? known: accuracy, loss, epochs")]
    [InlineData("x", "; known: accuracy, loss, epochs")]
    [InlineData("quite-another", "; known: accuracy, loss, epochs")]
    public void The_list_follows_the_suggestion(string name, string expected) => Assert.Equal(expected, Spelling.SuggestAndList(name, Known));

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("same", "SAME", 0)]
    public void Distance_is_Levenshteins_without_regard_to_case(string a, string b, int expected) => Assert.Equal(expected, Spelling.Distance(a, b));
}
