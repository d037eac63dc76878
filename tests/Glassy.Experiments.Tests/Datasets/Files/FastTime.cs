using System.Collections.Concurrent;

namespace Glassy.Tests.Datasets.Files;

/// <summary>Time that runs faster, and remembers what was waited for.</summary>
internal sealed class FastTime(double factor) : TimeProvider
{
    /// <summary>Every time that a timer was asked for, in order.</summary>
    public ConcurrentQueue<TimeSpan> Asked { get; } = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Asked.Enqueue(dueTime);
        return new FastTimer(System.CreateTimer(callback, state, Shorten(dueTime), Shorten(period)), this);
    }

    private TimeSpan Shorten(TimeSpan time) => time < TimeSpan.Zero ? time : time / factor;

    private sealed class FastTimer(ITimer timer, FastTime time) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(time.Shorten(dueTime), time.Shorten(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
