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
    public void The_nearest_name_is_found_when_it_is_near(string name, string? nearest) =>
        Assert.Equal(nearest, Spelling.Nearest(name, Known));

    [Theory]
    [InlineData("los", "; did you mean `loss`? known: accuracy, loss, epochs")]
    [InlineData("x", "; known: accuracy, loss, epochs")]
    [InlineData("quite-another", "; known: accuracy, loss, epochs")]
    public void The_list_follows_the_suggestion(string name, string expected) =>
        Assert.Equal(expected, Spelling.SuggestAndList(name, Known));

    [Fact]
    public void Of_a_thousand_names_the_first_are_listed_and_the_others_counted() => Assert.Equal(
        "; did you mean `name 12`? known: name 0, name 1, name 2, name 3, name 4, name 5 and 1,194 more",
        Spelling.SuggestAndList("nam 12", [.. Enumerable.Range(0, 1200).Select(i => $"name {i}")]));

    [Theory]
    [InlineData("loss", 1)]
    [InlineData("Epochs", 2)]
    [InlineData("Loss", -1)]
    [InlineData("seed", -1)]
    public void A_name_that_differs_by_case_alone_is_found_where_only_one_does(string name, int place) =>
        Assert.Equal(place, Spelling.PlaceOf(name, ["LOSS", "loss", "epochs"]));

    [Theory]
    [InlineData(0, "0 classes")]
    [InlineData(1, "1 class")]
    [InlineData(1000, "1,000 classes")]
    public void A_count_of_one_is_singular_and_thousands_are_told_apart(long count, string expected) =>
        Assert.Equal(expected, Counted.Of(count, "class", "classes"));

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("same", "SAME", 0)]
    public void Distance_is_Levenshteins_without_regard_to_case(string a, string b, int expected) =>
        Assert.Equal(expected, Spelling.Distance(a, b));
}
