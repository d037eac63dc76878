using System.Buffers;
using static TorchSharp.torch;

namespace Glassy.Arithmetic;

/// <summary>
/// Filters that slide over pictures, which keep their size, with the products of <see cref="MatrixProduct"/>; it can be differentiated.
/// Each picture's neighbourhoods are laid out as the rows of a matrix, which is multiplied by the filters.
/// </summary>
/// <remarks>
/// Arguments: inputs [B, H, W, C], weight [filters, side, side, C] with an odd side, bias [filters], all float32; gives [B, H, W, filters].
/// Source: Chellapilla, Puri and Simard 2006, "High Performance Convolutional Neural Networks for Document Processing", section 3.1.
/// </remarks>
public sealed class ConvolutionFunction : autograd.SingleTensorFunction<ConvolutionFunction>
{
    /// <summary>Of so many pictures the weights' gradients are summed first: the same ones for any number of threads.</summary>
    private const int PicturesTogether = 16;

    public override string Name => nameof(ConvolutionFunction);

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var (inputs, weight, bias) = (((Tensor)vars[0]).contiguous(), ((Tensor)vars[1]).contiguous(), (Tensor)vars[2]);
        ctx.save_for_backward([inputs, weight]);
        var size = Sizes.Of(inputs, weight);
        var results = bias.expand(size.Batch, size.Height, size.Width, size.Filters).clone(); // where the chains begin
        InParallel(size.Batch, picture =>
        {
            using var rows = Rented.Of(size.Positions * size.Inner);
            LayOut(TensorMemory.Of(inputs).Slice(picture * size.Picture, size.Picture), size, rows.Values);
            MatrixProduct.Add(
                MatrixView.Of(rows.Values, size.Positions, size.Inner),
                MatrixView.Of(TensorMemory.Of(weight), size.Filters, size.Inner).Transposed,
                TensorMemory.Of(results).Slice(picture * size.Positions * size.Filters, size.Positions * size.Filters),
                threads: 1);
        });
        return results;
    }

    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        var saved = ctx.get_saved_variables();
        var (inputs, weight, gradient) = (saved[0], saved[1], grad_output.contiguous());
        var size = Sizes.Of(inputs, weight);
        var (ofWeight, ofInputs) = (zeros(weight.shape), zeros(inputs.shape));
        var isAsked = inputs.requires_grad;
        var groups = (size.Batch + PicturesTogether - 1) / PicturesTogether;
        var parts = new float[groups][];
        InParallel(groups, group =>
        {
            parts[group] = new float[size.Filters * size.Inner];
            using var rows = Rented.Of(size.Positions * size.Inner);
            for (var picture = group * PicturesTogether; picture < Math.Min(size.Batch, (group + 1) * PicturesTogether); picture++)
            {
                var ofResults = MatrixView.Of(
                    TensorMemory.Of(gradient).Slice(picture * size.Positions * size.Filters, size.Positions * size.Filters), size.Positions, size.Filters);
                LayOut(TensorMemory.Of(inputs).Slice(picture * size.Picture, size.Picture), size, rows.Values);
                MatrixProduct.Add(ofResults.Transposed, MatrixView.Of(rows.Values, size.Positions, size.Inner), parts[group], threads: 1);
                if (isAsked)
                {
                    rows.Values.Clear();
                    MatrixProduct.Add(ofResults, MatrixView.Of(TensorMemory.Of(weight), size.Filters, size.Inner), rows.Values, threads: 1);
                    Gather(rows.Values, size, TensorMemory.Of(ofInputs).Slice(picture * size.Picture, size.Picture));
                }
            }
        });
        var sums = TensorMemory.Of(ofWeight);
        foreach (var part in parts)
        {
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += part[i];
            }
        }

        return [ofInputs, ofWeight, TensorMemory.ColumnSums(gradient, size.Filters)];
    }

    private static void InParallel(int count, Action<int> work) =>
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = get_num_threads() }, work);

    /// <summary>Copies each pixel's neighbourhood, row by row, to where a product finds it; zeros beyond the edge.</summary>
    /// <param name="picture">[H, W, C].</param>
    /// <param name="size">Its sizes.</param>
    /// <param name="rows">[H · W, side · side · C], written.</param>
    private static void LayOut(ReadOnlySpan<float> picture, Sizes size, Span<float> rows)
    {
        rows.Clear();
        foreach (var run in size.Runs)
        {
            picture.Slice(run.InPicture, run.Length).CopyTo(rows[run.InRows..]);
        }
    }

    /// <summary>The way back of <see cref="LayOut"/>: adds each number to the pixel that it was copied from, in the same order.</summary>
    private static void Gather(ReadOnlySpan<float> rows, Sizes size, Span<float> picture)
    {
        foreach (var run in size.Runs)
        {
            for (var i = 0; i < run.Length; i++)
            {
                picture[run.InPicture + i] += rows[run.InRows + i];
            }
        }
    }

    private sealed record Sizes(int Batch, int Height, int Width, int Channels, int Filters, int Side)
    {
        public int Picture => Height * Width * Channels;

        public int Positions => Height * Width;

        /// <summary>How long a neighbourhood is.</summary>
        public int Inner => Side * Side * Channels;

        /// <summary>The pieces of neighbourhoods that lie side by side in a picture: for each pixel one for each row of the filter.</summary>
        public IReadOnlyList<(int InPicture, int InRows, int Length)> Runs => field ??= MakeRuns();

        public static Sizes Of(Tensor inputs, Tensor weight) => new(
            (int)inputs.shape[0], (int)inputs.shape[1], (int)inputs.shape[2], (int)inputs.shape[3], (int)weight.shape[0], (int)weight.shape[1]);

        private List<(int InPicture, int InRows, int Length)> MakeRuns()
        {
            var (runs, reach) = (new List<(int, int, int)>(), Side / 2);
            for (var position = 0; position < Positions; position++)
            {
                var (y, x) = (position / Width, position % Width);
                var (left, right) = (Math.Max(0, x - reach), Math.Min(Width - 1, x + reach));
                for (var row = Math.Max(0, y - reach); row <= Math.Min(Height - 1, y + reach); row++)
                {
                    var place = (position * Inner) + ((((row - y + reach) * Side) + (left - x + reach)) * Channels);
                    runs.Add((((row * Width) + left) * Channels, place, (right - left + 1) * Channels));
                }
            }

            return runs;
        }
    }

    /// <summary>Room for numbers that is given back.</summary>
    private readonly ref struct Rented : IDisposable
    {
        private readonly float[] _all;

        private Rented(float[] all, int length)
        {
            _all = all;
            Values = all.AsSpan(0, length);
        }

        public Span<float> Values { get; }

        public static Rented Of(int length) => new(ArrayPool<float>.Shared.Rent(length), length);

        public void Dispose() => ArrayPool<float>.Shared.Return(_all);
    }
}
