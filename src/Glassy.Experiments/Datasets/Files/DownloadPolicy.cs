namespace Glassy.Datasets.Files;

/// <summary>How patient a download is.</summary>
/// <param name="Attempts">How often one mirror is asked for a file before the next one is.</param>
/// <param name="FirstDelay">Wait before the second attempt; it doubles with each further one.</param>
/// <param name="ResponseTimeout">Until a mirror begins to answer.</param>
/// <param name="StallTimeout">Between two pieces of the body.</param>
/// <param name="RetryUnreachable">Whether a mirror is asked again when it could not be reached at all.</param>
public sealed record DownloadPolicy(
    int Attempts, TimeSpan FirstDelay, TimeSpan ResponseTimeout, TimeSpan StallTimeout, bool RetryUnreachable)
{
    /// <summary>For somebody who asked for this very dataset: gives an unsteady network time.</summary>
    public static DownloadPolicy Patient { get; } =
        new(3, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20), RetryUnreachable: true);

    /// <summary>For when there is something else to use: away from any network it is over in seconds.</summary>
    public static DownloadPolicy Hasty { get; } =
        new(3, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(10), RetryUnreachable: false);

    /// <summary>The wait before an attempt, counted from 1 (the first waits for nothing).</summary>
    public TimeSpan DelayBefore(int attempt) => attempt <= 1 ? TimeSpan.Zero : FirstDelay * Math.Pow(2, attempt - 2);
}
