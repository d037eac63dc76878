namespace Glassy.Comparison;

/// <summary>What an interval was made by, to be named beside it.</summary>
public enum IntervalMethod
{
    /// <summary>Tango's score interval for paired proportions (<see cref="PairedProportion"/>): the chance of the pictures.</summary>
    TangoScore,

    /// <summary>Percentiles over paired resamples of the pictures (<see cref="PairedBootstrap"/>): the chance of the pictures.</summary>
    PairedBootstrap,

    /// <summary>Student's t over seeds (<see cref="SeedSummary"/>, <see cref="PairedSeeds"/>): the chance of training.</summary>
    StudentT,

    /// <summary>Student's t over seeds joined with the error over pictures (<see cref="SeedsAndPictures"/>): the chance of both.</summary>
    SeedsAndPictures,
}
