using Glassy.Progress;

namespace Glassy.Tests;

/// <summary>Keeps what it is told, and may do something at each report.</summary>
internal sealed class CollectingProgress(Action? onReport = null) : IProgressSink, IProgressTask
{
    public List<string> Messages { get; } = [];

    public List<long> Done { get; } = [];

    public long Total { get; private set; }

    public IProgressTask Start(string title, long total)
    {
        Total = total;
        return this;
    }

    public void Message(string line) => Messages.Add(line);

    public void Warning(string line) => Messages.Add(line);

    public void Report(long done, string? detail = null)
    {
        Done.Add(done);
        onReport?.Invoke();
    }

    public void Dispose()
    {
    }
}
