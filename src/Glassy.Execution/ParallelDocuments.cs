namespace Glassy.Execution;

/// <summary>Work on each document at once, with the results in the documents' order.</summary>
public static class ParallelDocuments
{
    /// <summary>Applies <paramref name="select"/> to each input on the thread pool; results are placed by index.</summary>
    public static async Task<IReadOnlyList<TResult>> SelectParallelAsync<T, TResult>(
        this IReadOnlyList<T> inputs,
        Func<T, TResult> select,
        CancellationToken cancellationToken)
    {
        var results = new TResult[inputs.Count];
        await Parallel.ForAsync(0, inputs.Count, cancellationToken, (index, _) =>
        {
            results[index] = select(inputs[index]);
            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);
        return results;
    }
}
