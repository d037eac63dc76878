using System.Text.RegularExpressions;
using Glassy.Components.Comparison;
using Glassy.Recipes;
using Glassy.Runs;

namespace Glassy.Tests.Components.Comparison;

public sealed partial class SeedSpreadTests
{
    private static readonly RunSet Set = new(
        [Of("plain", 6, 1), Of("seeds", 7, 3), Of("seeds", 5, 1), Of("seeds", 6, 2)],
        [new Recipe("seeds", RecipeSet.Full, new TrainingOptions(), [new VariedOption("seed", "4")])]);

    [Fact]
    public void Each_row_has_its_seeds_in_order_their_mean_and_its_interval()
    {
        var row = Assert.Single(Model("<SeedSpread recipe=\"seeds\" />").Rows);
        Assert.Equal([1, 2, 3], row.Seeds);
        Assert.Equal([5 / 9.0, 6 / 9.0, 7 / 9.0], row.Accuracies);
        Assert.Equal(6 / 9.0, row.Mean, 12);
        Assert.Equal("39.07–94.27%", row.Range); // 6/9 ± 4.3027 · (1/9) / √3, by R's qt(0.975, 2)
    }

    [Fact]
    public void Every_seed_is_a_dot_and_only_several_have_a_band()
    {
        var model = Model("<SeedSpread />");
        Assert.Equal(["plain", "seeds"], model.Rows.Select(row => row.Name));
        var svg = model.Svg!.Value.Value;
        Assert.Equal((4, 1), (Dots().Count(svg), Bands().Count(svg)));
        double[] dots = [.. Dots()
            .Matches(svg)
            .Skip(1)
            .Select(dot => double.Parse(dot.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(dots.Order(), dots); // more is further to the right
        Assert.Equal(dots[1] - dots[0], dots[2] - dots[1], 1.0);
        Assert.Equal("seeds, seed 4", Assert.Single(model.Missing));
    }

    /// <summary>From 39.07 % less a margin to 94.27 % more: 20 points are the first round step of which at most six fit.</summary>
    [Fact]
    public void The_axis_has_round_numbers()
    {
        var svg = Model("<SeedSpread recipe=\"seeds\" />").Svg!.Value.Value;
        Assert.Equal(["40%", "60%", "80%"], Ticks().Matches(svg).Select(tick => tick.Groups[1].Value));
    }

    [Fact]
    public void Runs_that_are_alike_can_be_drawn()
    {
        var model = Model("<SeedSpread />", new RunSet([Of("seeds", 6, 1), Of("seeds", 6, 2)], []));
        Assert.DoesNotContain("NaN", model.Svg!.Value.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_recorded_run_nothing_is_drawn()
    {
        var model = Model("<SeedSpread />", new RunSet([], Set.Missing));
        Assert.Null(model.Svg);
        Assert.Equal(["seeds, seed 4"], model.Missing);
    }

    private static SeedSpread.Model Model(string tag, RunSet? set = null)
    {
        var fixture = new SiteFixture(tag, RecordedRun.Site with { Runs = set ?? Set });
        Assert.Empty(fixture.Problems);
        return fixture.Templates.Model<SeedSpread.Model>();
    }

    private static RecipeRun Of(string name, int correct, int seed)
    {
        var options = RecordedRun.Run.OwnOptions with { Seed = seed };
        var run = RecordedRun.Run with
        {
            Id = $"{name}{seed}",
            Options = options,
            Metrics = RecordedRun.Run.Metrics with { Accuracy = correct / 9.0 }
        };
        IReadOnlyList<VariedOption> varied = name == "seeds" ? [new VariedOption("seed", $"{seed}")] : [];
        return new RecipeRun(new Recipe(name, RecipeSet.Quick, options, varied), run, isNew: false, () => RecordedRun.Results);
    }

    [GeneratedRegex("<circle cx=\"([0-9.]+)\"")]
    private static partial Regex Dots();

    [GeneratedRegex(">([0-9.]+%)<")]
    private static partial Regex Ticks();

    [GeneratedRegex("<rect ")]
    private static partial Regex Bands();
}
