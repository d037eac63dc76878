using System.Net;
using Glassy.Caching;
using Glassy.Progress;

namespace Glassy.Datasets.Files;

/// <summary>
/// Fetches a file from the first mirror that has it. What arrives goes to a file beside its place, which is renamed
/// into it only when its checksum is right; otherwise, and when cancelled, nothing is left of it.
/// </summary>
/// <param name="http">Its own timeout should be infinite: this class watches each read.</param>
/// <param name="time">For time-outs and waits.</param>
/// <param name="progress">Told of bytes as they come.</param>
/// <param name="policy">Time-outs and attempts.</param>
public sealed class Downloader(HttpClient http, TimeProvider time, IProgressSink progress, DownloadPolicy policy)
{
    /// <summary>
    /// Asks mirror after mirror. On 5xx, 408, 429, a stall or a broken connection the same one is asked again after a
    /// wait; on 4xx or wrong bytes the next one is.
    /// </summary>
    /// <param name="file">What to fetch.</param>
    /// <param name="mirrors">Base addresses, each ending in <c>/</c>.</param>
    /// <param name="folder">Absolute path; made when it is not there.</param>
    /// <param name="cancellationToken">Looked at in every read and wait.</param>
    /// <exception cref="DownloadException">No mirror has it, or it cannot be written.</exception>
    public async Task DownloadAsync(DownloadFile file, IReadOnlyList<Uri> mirrors, string folder, CancellationToken cancellationToken)
    {
        var reasons = new List<string>();
        foreach (var mirror in mirrors)
        {
            var reason = await TryMirrorAsync(file, new Uri(mirror, file.Name), folder, cancellationToken).ConfigureAwait(false);
            if (reason is null)
            {
                return;
            }

            reasons.Add($"{mirror.Host}: {reason}");
        }

        throw new DownloadException($"{file.Name} could not be downloaded ({string.Join("; ", reasons)})");
    }

    /// <summary>Null when the file is there now; else why not.</summary>
    private async Task<string?> TryMirrorAsync(DownloadFile file, Uri address, string folder, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await Task.Delay(policy.DelayBefore(attempt), time, cancellationToken).ConfigureAwait(false);
            var failure = await TryOnceAsync(file, address, folder, cancellationToken).ConfigureAwait(false);
            if (failure is null || !failure.Again || attempt == policy.Attempts)
            {
                return failure?.Reason;
            }

            progress.Message(
                $"{file.Name}: {address.Host}: {failure.Reason}; asking again in {policy.DelayBefore(attempt + 1).TotalSeconds} s");
        }
    }

    private async Task<Failure?> TryOnceAsync(DownloadFile file, Uri address, string folder, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(policy.ResponseTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        try
        {
            using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                return new Failure($"HTTP {(int)response.StatusCode}", IsPassing(response.StatusCode));
            }

            return await SaveAsync(file, response, folder, silence, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Before the first byte it is out of reach; later it is only slow.
            return silence.IsCancellationRequested
                ? new Failure("no answer in time", policy.RetryUnreachable)
                : new Failure("timed out", Again: true);
        }
        catch (HttpRequestException exception)
        {
            return exception.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => new Failure("its name cannot be resolved", policy.RetryUnreachable),
                HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError =>
                    new Failure("cannot be reached", policy.RetryUnreachable),
                HttpRequestError.SecureConnectionError => new Failure("no secure connection", policy.RetryUnreachable),
                _ => new Failure("the connection broke", Again: true),
            };
        }
    }

    private async Task<Failure?> SaveAsync(
        DownloadFile file,
        HttpResponseMessage response,
        string folder,
        CancellationTokenSource silence,
        CancellationToken cancellationToken)
    {
        try
        {
            UnfinishedFolder.Sweep(folder);
            using var unfinished = UnfinishedFolder.Beside(Path.Combine(folder, file.Name));
            var temporary = Path.Combine(unfinished.Path, file.Name);
            var failure = await CopyAsync(file.Name, response, temporary, silence, cancellationToken).ConfigureAwait(false)
                ?? CheckHash(file, temporary);
            if (failure is null)
            {
                unfinished.MoveFilesTo(folder);
            }

            return failure;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DownloadException($"{file.Name} could not be saved: {exception.Message}", exception);
        }
    }

    /// <summary>Null when all of the body is in the file; a broken body is told from a broken disk.</summary>
    private async Task<Failure?> CopyAsync(
        string name, HttpResponseMessage response, string path, CancellationTokenSource silence, CancellationToken cancellationToken)
    {
        var length = response.Content.Headers.ContentLength ?? 0;
        using var task = progress.Start($"Downloading {name}", length);
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var output = File.Create(path);
        var buffer = new byte[1 << 16];
        for (var done = 0L; ;)
        {
            silence.CancelAfter(policy.StallTimeout);
            int read;
            try
            {
                read = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (silence.IsCancellationRequested)
            {
                return new Failure($"stalled after {done:N0} bytes", Again: true);
            }
            catch (Exception exception) when (exception is IOException or HttpRequestException)
            {
                return new Failure($"the connection broke after {done:N0} bytes", Again: true);
            }

            if (read == 0)
            {
                return null;
            }

            await output.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            done += read;
            task.Report(length == 0 ? done : Math.Min(done, length));
        }
    }

    private static Failure? CheckHash(DownloadFile file, string path)
    {
        try
        {
            var sha256 = DataFile.Sha256(path, file.Name);
            return sha256 == file.Sha256
                ? null
                : new Failure($"sent other bytes (SHA-256 {sha256[..12]}…, expected {file.Sha256[..12]}…)", Again: false);
        }
        catch (InvalidDataException)
        {
            return new Failure("sent a corrupt gzip", Again: false);
        }
    }

    private static bool IsPassing(HttpStatusCode status) =>
        (int)status >= 500 || status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;

    /// <param name="Reason">A few words.</param>
    /// <param name="Again">Whether the same mirror may do better when asked again.</param>
    private sealed record Failure(string Reason, bool Again);
}
