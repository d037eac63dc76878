using Glassy.Arithmetic;
using Glassy.Runs;

namespace Glassy.Training;

/// <summary>The step size of each step of a training, a function of its place alone.</summary>
public static class LearningRate
{
    /// <summary>
    /// PyTorch's <c>OneCycleLR</c>: the share of steps that go up, what the first is a part of, and what the last is a part of the first.
    /// </summary>
    private const double RisingShare = 0.3;
    private const double FirstPart = 25;
    private const double LastPart = 1e4;

    /// <param name="options">The recipe: its step size, the largest one of the schedule.</param>
    /// <param name="step">From 0.</param>
    /// <param name="steps">How many the whole training takes, as if it was not stopped early.</param>
    public static double At(TrainingOptions options, long step, long steps) => options.Schedule switch
    {
        LearningSchedule.Constant => options.LearningRate,
        LearningSchedule.Cosine => Between(options.LearningRate, 0, (double)step / steps),
        LearningSchedule.OneCycle => OneCycle(options.LearningRate, step, steps),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Schedule, "not a schedule"),
    };

    private static double OneCycle(double largest, long step, long steps)
    {
        var (first, top) = (largest / FirstPart, Math.Max(0, (RisingShare * steps) - 1));
        return step < top
            ? Between(first, largest, step / top)
            : Between(largest, first / LastPart, Math.Min(1, (step - top) / Math.Max(1, steps - 1 - top)));
    }

    /// <summary>From one to the other along half a cosine.</summary>
    private static double Between(double from, double to, double share) =>
        to + ((from - to) * (1 + PortableMath.SinCos(Math.PI * share).Cosine) / 2);
}
