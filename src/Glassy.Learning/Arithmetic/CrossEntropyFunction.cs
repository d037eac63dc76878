using static TorchSharp.torch;

namespace Glassy.Arithmetic;

/// <summary>
/// PyTorch's <c>cross_entropy</c> with class weights and smoothed labels, reckoned in doubles by <see cref="Softmax"/>; it can be
/// differentiated.
/// </summary>
/// <remarks>
/// Arguments: logits [B, classes] float32, labels [B] int64, weights [classes] as an array of floats, smoothing as a double; gives the mean
/// over the batch by weight, nats, as one number.
/// </remarks>
public sealed class CrossEntropyFunction : autograd.SingleTensorFunction<CrossEntropyFunction>
{
    public override string Name => nameof(CrossEntropyFunction);

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var (logits, labels, weights, smoothing) = (((Tensor)vars[0]).contiguous(), (Tensor)vars[1], (float[])vars[2], (double)vars[3]);
        var values = TensorMemory.Of(logits);
        var (truths, classes) = (labels.data<long>().ToArray(), (int)logits.shape[1]);
        var all = truths.Sum(truth => (double)weights[truth]);
        var spread = smoothing / classes;
        var sumOfWeights = weights.Sum(weight => (double)weight);
        var ofLogits = zeros(logits.shape);
        var gradients = TensorMemory.Of(ofLogits);
        var (logProbabilities, loss) = (new double[classes], 0.0);
        for (var i = 0; i < truths.Length; i++)
        {
            Softmax.Log(values.Slice(i * classes, classes), logProbabilities);
            var hard = (1 - smoothing) * weights[truths[i]];
            loss -= hard * logProbabilities[truths[i]];
            for (var c = 0; c < classes; c++)
            {
                loss -= spread * weights[c] * logProbabilities[c];
                var wanted = (spread * weights[c]) + (c == truths[i] ? hard : 0);
                gradients[(i * classes)
                    + c] = (float)((((hard + (spread * sumOfWeights)) * PortableMath.Exp(logProbabilities[c])) - wanted) / all);
            }
        }

        ctx.save_for_backward([ofLogits]);
        return tensor((float)(loss / all));
    }

    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) =>
        [ctx.get_saved_variables()[0] * grad_output, null!, null!, null!];
}
