using System.Net;
using System.Text.Json;
using Glassy.Caching;
using Glassy.Diagnostics;
using Glassy.Progress;

namespace Glassy.Checking;

/// <summary>Asks other sites whether addresses still answer, and remembers those that did for a week.</summary>
/// <param name="http">Follows redirects; its own timeout counts.</param>
/// <param name="memory">Absolute path of the file with what is remembered.</param>
/// <param name="time">The clock.</param>
/// <param name="progress">Counts addresses.</param>
public sealed class ExternalLinks(HttpClient http, string memory, TimeProvider time, IProgressSink progress)
{
    private const int AtOnce = 8;
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    /// <summary>Asks for each address once.</summary>
    /// <returns>A warning for each that does not answer with success: the site of somebody else may be down for an hour.</returns>
    public async Task<IReadOnlyList<Diagnostic>> CheckAsync(IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var answered = Load();
        var asked = addresses.Where(a => !answered.TryGetValue(a, out var when) || now - when > Remembered).ToList();
        var problems = new string?[asked.Count];
        using var task = progress.Start("Asking other sites", asked.Count);
        var done = 0;
        await Parallel.ForAsync(
            0,
            asked.Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (i, token) =>
            {
                problems[i] = await ProblemOfAsync(asked[i], token).ConfigureAwait(false);
                task.Report(Interlocked.Increment(ref done));
            }).ConfigureAwait(false);

        for (var i = 0; i < asked.Count; i++)
        {
            if (problems[i] is null)
            {
                answered[asked[i]] = now;
            }
        }

        SealedFile.Write(memory, JsonSerializer.Serialize(answered));
        return [.. asked.Zip(problems).Where(p => p.Second is not null).Select(p => Diagnostic.Warning($"`{p.First}`: {p.Second}"))];
    }

    private async Task<string?> ProblemOfAsync(string address, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var response = await http
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
            return response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.TooManyRequests
                ? null
                : $"answers {(int)response.StatusCode} {response.ReasonPhrase}";
        }
        catch (HttpRequestException fault)
        {
            return fault.Message;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "does not answer in time";
        }
    }

    private Dictionary<string, DateTimeOffset> Load() =>
        SealedFile.Read(memory) is { } known ? JsonSerializer.Deserialize<Dictionary<string, DateTimeOffset>>(known) ?? [] : [];
}
