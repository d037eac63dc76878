using System.Collections.Concurrent;
using Glassy.Progress;

namespace Glassy.Tests;

/// <summary>Remembers what was said.</summary>
internal sealed class RecordedProgress : IProgressSink
{
    public ConcurrentQueue<string> Titles { get; } = new();

    public ConcurrentQueue<string> Messages { get; } = new();

    public ConcurrentQueue<string> Warnings { get; } = new();

    /// <summary>Of the tasks that have ended.</summary>
    public ConcurrentQueue<string> Ended { get; } = new();

    /// <summary>Called as each task ends.</summary>
    public Action? WhenEnded { get; init; }

    /// <summary>Every amount reported, of all tasks.</summary>
    public ConcurrentQueue<long> Amounts { get; } = new();

    public IProgressTask Start(string title, long total)
    {
        Titles.Enqueue(title);
        return new RecordedTask(this, title);
    }

    public void Message(string line) => Messages.Enqueue(line);

    public void Warning(string line) => Warnings.Enqueue(line);

    private sealed class RecordedTask(RecordedProgress progress, string title) : IProgressTask
    {
        public void Report(long done, string? detail = null) => progress.Amounts.Enqueue(done);

        public void Dispose()
        {
            progress.Ended.Enqueue(title);
            progress.WhenEnded?.Invoke();
        }
    }
}
