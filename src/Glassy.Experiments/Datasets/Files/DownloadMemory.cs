using System.Globalization;
using Glassy.Caching;

namespace Glassy.Datasets.Files;

/// <summary>Remembers for an hour that a download failed, so that builds without a network need not wait for it each time.</summary>
/// <param name="file">Absolute path of the file that holds the time of the last failure.</param>
/// <param name="time">The clock.</param>
public sealed class DownloadMemory(string file, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>When the download is worth another try; null when it is now.</summary>
    public DateTimeOffset? NextTry()
    {
        return SealedFile.Read(file) is { } text
            && DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture) is var failed
            && time.GetUtcNow() is var now && now >= failed && now < failed + Patience
                ? failed + Patience
                : null;
    }

    /// <summary>Notes a failure now.</summary>
    public void Remember() => SealedFile.Write(file, time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
}
