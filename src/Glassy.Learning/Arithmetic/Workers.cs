using static TorchSharp.torch;

namespace Glassy.Arithmetic;

/// <summary>Shares work out among as many threads as the tensor library was told to use.</summary>
internal static class Workers
{
    /// <param name="count">How many pieces, one after another or at the same time.</param>
    /// <param name="work">Does piece 0, 1, …; no two write to the same place.</param>
    public static void For(int count, Action<int> work) =>
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = get_num_threads() }, work);
}
