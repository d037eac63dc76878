using System.Runtime.ExceptionServices;

namespace Glassy.Imaging;

/// <summary>Work on many pictures at once.</summary>
internal static class Parallelism
{
    /// <summary>
    /// Calls the body for 0 … count-1 on all processors; what fails is thrown as it is: of several, the one with the lowest index.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static void For(int count, Action<int> body, CancellationToken cancellationToken) => For(count, -1, body, cancellationToken);

    /// <inheritdoc cref="For(int, Action{int}, CancellationToken)"/>
    /// <param name="count">How often.</param>
    /// <param name="atOnce">How many at most at the same time; -1 for as many as there are processors for.</param>
    /// <param name="body">Given the index.</param>
    /// <param name="cancellationToken">Looked at before each.</param>
    public static void For(int count, int atOnce, Action<int> body, CancellationToken cancellationToken)
    {
        var failed = int.MaxValue;
        Exception? failure = null;
        var gate = new Lock();
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = atOnce }, (i, state) =>
        {
            try
            {
                body(i);
            }
            catch (Exception exception)
            {
                lock (gate)
                {
                    (failed, failure) = i < failed ? (i, exception) : (failed, failure);
                }

                // Lower indices still run, so that the same file is named every time.
                state.Break();
            }
        });
        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }
}
