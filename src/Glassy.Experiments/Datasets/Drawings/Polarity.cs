namespace Glassy.Datasets.Drawings;

/// <summary>Whether a dataset shows bright ink on dark paper, as MNIST does, or the other way round.</summary>
public enum Polarity
{
    BrightOnDark,
    DarkOnBright,
}
