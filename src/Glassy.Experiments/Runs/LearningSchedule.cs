namespace Glassy.Runs;

/// <summary>How the step size changes over a training.</summary>
public enum LearningSchedule
{
    /// <summary>Not at all.</summary>
    Constant,

    /// <summary>
    /// Down to 0 along half a cosine (Loshchilov and Hutter 2017, "SGDR: Stochastic Gradient Descent with Warm Restarts", without
    /// restarts).
    /// </summary>
    Cosine,

    /// <summary>Up from a small one, then down to almost none (Smith and Topin 2019, "Super-Convergence").</summary>
    OneCycle,
}
