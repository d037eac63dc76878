namespace Glassy.Progress;

/// <summary>One piece of work in progress; see <see cref="IProgressSink.Start"/>.</summary>
public interface IProgressTask : IDisposable
{
    /// <param name="done">Units done so far, in 0..total.</param>
    /// <param name="detail">A few words about the present state, such as "epoch 2/4, loss 0.12".</param>
    void Report(long done, string? detail = null);
}
