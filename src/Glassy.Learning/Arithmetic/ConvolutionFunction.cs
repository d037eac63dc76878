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
        var (places, batch, filters) = (NeighbourhoodsOf(inputs, weight), (int)inputs.shape[0], (int)weight.shape[0]);
        var results = bias.expand(batch, places.Height, places.Width, filters).clone(); // where the chains begin
        var turned = weight.reshape(filters, places.Inner).t().contiguous();             // [inner, filters]
        Workers.For(batch, picture =>
        {
            var rows = ArrayPool<float>.Shared.Rent(places.Positions * places.Inner);
            places.LayOut(TensorMemory.Of(inputs, picture, places.Picture), rows);
            MatrixProduct.Add(
                MatrixView.Of(rows.AsSpan(0, places.Positions * places.Inner), places.Positions, places.Inner),
                MatrixView.Of(TensorMemory.Of(turned), places.Inner, filters),
                TensorMemory.Of(results, picture, places.Positions * filters),
                threads: 1);
            ArrayPool<float>.Shared.Return(rows);
        });
        return results;
    }

    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        var saved = ctx.get_saved_variables();
        var (inputs, weight, gradient) = (saved[0], saved[1], grad_output.contiguous());
        var (places, batch, filters) = (NeighbourhoodsOf(inputs, weight), (int)inputs.shape[0], (int)weight.shape[0]);
        var (ofWeight, ofInputs) = (zeros(weight.shape), zeros(inputs.shape));
        var isAsked = inputs.requires_grad;
        var parts = new float[(batch + PicturesTogether - 1) / PicturesTogether][];
        Workers.For(parts.Length, part =>
        {
            parts[part] = new float[filters * places.Inner];
            var (rented, length) = (ArrayPool<float>.Shared.Rent(places.Positions * places.Inner), places.Positions * places.Inner);
            var rows = rented.AsSpan(0, length);
            for (var picture = part * PicturesTogether; picture < Math.Min(batch, (part + 1) * PicturesTogether); picture++)
            {
                var ofResults = MatrixView.Of(TensorMemory.Of(gradient, picture, places.Positions * filters), places.Positions, filters);
                places.LayOut(TensorMemory.Of(inputs, picture, places.Picture), rows);
                MatrixProduct.Add(ofResults.Transposed, MatrixView.Of(rows, places.Positions, places.Inner), parts[part], threads: 1);
                if (isAsked)
                {
                    rows.Clear();
                    MatrixProduct.Add(ofResults, MatrixView.Of(TensorMemory.Of(weight), filters, places.Inner), rows, threads: 1);
                    places.Gather(rows, TensorMemory.Of(ofInputs, picture, places.Picture));
                }
            }

            ArrayPool<float>.Shared.Return(rented);
        });
        var sums = TensorMemory.Of(ofWeight);
        foreach (var part in parts)
        {
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += part[i];
            }
        }

        return [ofInputs, ofWeight, TensorMemory.ColumnSums(gradient, filters)];
    }

    private static Neighbourhoods NeighbourhoodsOf(Tensor inputs, Tensor weight) =>
        Neighbourhoods.Of((int)inputs.shape[1], (int)inputs.shape[2], (int)inputs.shape[3], (int)weight.shape[1]);
}
