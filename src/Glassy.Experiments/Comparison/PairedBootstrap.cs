namespace Glassy.Comparison;

/// <summary>Intervals of differences that have no formula, by drawing the pictures again: both runs are read on the same draws.</summary>
/// <remarks>
/// The interval holds the chance of the pictures for these two trained models, not that of training again. Pictures are drawn from the
/// whole split, not class by class. A calibration error is never below 0 and grows with noise, so its interval lies a little too high
/// where both runs are well calibrated; in the difference most of that is lost. Sources: <see cref="Resampling"/>.
/// </remarks>
public static class PairedBootstrap
{
    /// <param name="pair">[N] pictures.</param>
    /// <param name="figure">What is compared.</param>
    /// <param name="resampling">How it draws.</param>
    public static FigureDifference Difference(PairedPredictions pair, SampledFigure figure, Resampling resampling) =>
        Differences(pair, [figure], resampling)[0];

    /// <summary>Of several figures on the same draws: each is as it would be alone.</summary>
    /// <inheritdoc cref="Difference"/>
    /// <returns>In the order of the figures.</returns>
    public static IReadOnlyList<FigureDifference> Differences(
        PairedPredictions pair, IReadOnlyList<SampledFigure> figures, Resampling resampling)
    {
        var (a, b) = (new PredictionSample(pair.A, pair.Classes), new PredictionSample(pair.B, pair.Classes));
        var whole = figures.Select(figure => (A: figure.Of(a), B: figure.Of(b))).ToArray();
        var differences = figures.Select(_ => new double[resampling.Count]).ToArray();
        var (generator, counts) = (new SplitMix64(resampling.Seed), new int[pair.A.Count]);
        for (var draw = 0; draw < resampling.Count; draw++)
        {
            Resampling.Draw(generator, counts);
            a.Take(counts);
            b.Take(counts);
            for (var f = 0; f < figures.Count; f++)
            {
                differences[f][draw] = figures[f].Of(b) - figures[f].Of(a);
            }
        }

        return
        [
            .. figures.Select((figure, f) => new FigureDifference(
                figure.Name, whole[f].A, whole[f].B, Resampling.Percentiles(differences[f]), IntervalMethod.PairedBootstrap)),
        ];
    }
}
