using Glassy.Components.Binding;

namespace Glassy.Tests.Components;

public sealed class PageIdsTests
{
    [Fact]
    public void The_first_who_asks_gets_the_id_as_it_is_and_the_next_ones_a_number_behind_it()
    {
        var ids = new PageIds([]);

        Assert.Equal(["a", "a-2", "b", "a-3"], new[] { "a", "a", "b", "a" }.Select(ids.Take));
    }

    [Fact]
    public void An_id_that_is_made_is_taken_too()
    {
        var ids = new PageIds([]);

        Assert.Equal(["a-2", "a", "a-3", "a-2-2"], new[] { "a-2", "a", "a", "a-2" }.Select(ids.Take));
    }

    [Fact]
    public void A_heading_keeps_its_id() =>
        Assert.Equal(("misread-2", "tabs-1-2", "tabs-2"), Asked(new PageIds(["misread", "tabs-1", "misread"])));

    private static (string, string, string) Asked(PageIds ids) => (ids.Take("misread"), ids.Number("tabs"), ids.Number("tabs"));
}
