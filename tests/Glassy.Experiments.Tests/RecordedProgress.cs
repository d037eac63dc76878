using System.Collections.Concurrent;
using Glassy.Progress;

namespace Glassy.Tests;

/// <summary>Remembers what was said.</summary>
internal sealed class RecordedProgress : IProgressSink
{
    public ConcurrentQueue<string> Titles { get; } = new();

    public ConcurrentQueue<string> Messages { get; } = new();

    public ConcurrentQueue<string> Warnings { get; } = new();

    /// <summary>Every amount reported, of all tasks.</summary>
    public ConcurrentQueue<long> Amounts { get; } = new();

    public IProgressTask Start(string title, long total)
    {
        Titles.Enqueue(title);
        return new RecordedTask(Amounts);
    }

    public void Message(string line) => Messages.Enqueue(line);

    public void Warning(string line) => Warnings.Enqueue(line);

    private sealed class RecordedTask(ConcurrentQueue<long> amounts) : IProgressTask
    {
        public void Report(long done, string? detail = null) => amounts.Enqueue(done);

        public void Dispose()
        {
        }
    }
}
