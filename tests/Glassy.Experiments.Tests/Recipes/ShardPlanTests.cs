using CsCheck;
using Glassy.Recipes;
using Glassy.Runs;

namespace Glassy.Tests.Recipes;

public sealed class ShardPlanTests
{
    [Fact]
    public void The_costliest_run_has_a_shard_to_itself_and_the_others_share_the_rest() => Assert.Equal(
        [["d"], ["c"], ["a", "b", "e"]],
        Ids(ShardPlan.Of([Run("a", 3), Run("b", 4), Run("c", 9), Run("d", 20), Run("e", 1)], 3)));

    [Fact]
    public void Runs_that_cost_the_same_are_dealt_in_the_order_of_the_recipes() => Assert.Equal(
        [["a", "c", "e"], ["b", "d"]],
        Ids(ShardPlan.Of([Run("a", 2), Run("b", 2), Run("c", 2), Run("d", 2), Run("e", 2)], 2)));

    [Fact]
    public void Of_more_shards_than_runs_some_have_none() =>
        Assert.Equal([["a"], ["b"], [], []], Ids(ShardPlan.Of([Run("a", 2), Run("b", 1)], 4)));

    /// <summary>
    /// Each run once, the same plan twice, and no shard longer than what Graham 1969 proves of a list that is not even sorted.
    /// </summary>
    [Fact]
    public void Every_plan_has_each_run_once_and_is_balanced() =>
        Gen.Select(Gen.Int[1, 60].Array[0, 40], Gen.Int[1, 12]).Sample((costs, count) =>
        {
            PlannedRun[] runs = [.. costs.Select((epochs, i) => Run($"run {i}", epochs))];
            var plan = ShardPlan.Of(runs, count);
            var longest = plan.Max(shard => shard.Sum(run => run.Cost));

            Assert.Equal(runs.Select(run => run.Id).Order(), plan.SelectMany(shard => shard).Select(run => run.Id).Order());
            Assert.Equal(Ids(plan), Ids(ShardPlan.Of(runs, count)));
            Assert.Equal(count, plan.Count);
            Assert.True(longest <= (runs.Sum(run => run.Cost) / count) + runs.Select(run => run.Cost).DefaultIfEmpty(0).Max());
        });

    [Theory]
    [InlineData(0, 0, 400, 400 * 50_000)]
    [InlineData(0.1, 1000, 360, 360 * 51_000)]
    public void A_run_costs_what_it_multiplies_for_the_pictures_that_it_trains_on(
        double validation,
        int multiplications,
        long pictures,
        long cost)
    {
        var recipe = new Recipe("x", RecipeSet.Quick, new TrainingOptions { Validation = validation, Epochs = 4 }, []);

        Assert.Equal(new PlannedRun("x", recipe, pictures, cost), PlannedRun.Of("x", recipe, 100, multiplications));
    }

    [Theory]
    [InlineData("1/1", 1, 1)]
    [InlineData("2/8", 2, 8)]
    [InlineData("8/8", 8, 8)]
    public void A_shard_is_its_number_of_how_many(string text, int number, int count)
    {
        Assert.Equal(new Shard(number, count), Shard.Parse(text));
        Assert.Equal(text, Shard.Parse(text)?.ToString());
    }

    [Theory]
    [InlineData("0/3")]
    [InlineData("9/8")]
    [InlineData("-1/3")]
    [InlineData("1/0")]
    [InlineData("1")]
    [InlineData("1/2/3")]
    [InlineData("1,5/2")]
    [InlineData("1/10001")]
    [InlineData("")]
    public void What_is_no_shard_is_none(string text) => Assert.Null(Shard.Parse(text));

    private static PlannedRun Run(string id, int epochs) =>
        PlannedRun.Of(id, new Recipe(id, RecipeSet.Quick, new TrainingOptions { Epochs = epochs }, []), 10, 0);

    private static IEnumerable<IEnumerable<string>> Ids(IReadOnlyList<IReadOnlyList<PlannedRun>> plan) =>
        plan.Select(shard => shard.Select(run => run.Id));
}
