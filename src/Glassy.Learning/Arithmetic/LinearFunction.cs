using static TorchSharp.torch;

namespace Glassy.Arithmetic;

/// <summary>
/// inputs · weightᵀ + bias with the products of <see cref="MatrixProduct"/>, as PyTorch's <c>linear</c>; it can be differentiated.
/// </summary>
/// <remarks>Arguments: inputs [B, inputs], weight [outputs, inputs], bias [outputs], all float32; gives [B, outputs].</remarks>
public sealed class LinearFunction : autograd.SingleTensorFunction<LinearFunction>
{
    public override string Name => nameof(LinearFunction);

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var (inputs, weight, bias) = (((Tensor)vars[0]).contiguous(), (Tensor)vars[1], (Tensor)vars[2]);
        var (batch, width, outputs) = ((int)inputs.shape[0], (int)inputs.shape[1], (int)weight.shape[0]);
        ctx.save_for_backward([inputs, weight]);

        // Its transpose is made, and turned: the weights are the larger matrix, and stay as they lie.
        var sums = new float[outputs * batch]; // [outputs, B]
        var results = empty(batch, outputs);
        var biases = TensorMemory.Of(bias);
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = biases[i / batch];
        }

        MatrixProduct.Add(
            MatrixView.Of(TensorMemory.Of(weight), outputs, width),
            MatrixView.Of(TensorMemory.Of(inputs), batch, width).Transposed,
            sums,
            get_num_threads());
        var turned = TensorMemory.Of(results);
        for (var i = 0; i < sums.Length; i++)
        {
            turned[(i % batch * outputs) + (i / batch)] = sums[i];
        }

        return results;
    }

    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        var saved = ctx.get_saved_variables();
        var (inputs, weight, gradient) = (saved[0], saved[1], grad_output.contiguous());
        var (batch, width, outputs) = ((int)inputs.shape[0], (int)inputs.shape[1], (int)weight.shape[0]);
        var byOutput = MatrixView.Of(TensorMemory.Of(gradient), batch, outputs);
        var ofWeight = zeros(outputs, width);
        MatrixProduct.Add(
            byOutput.Transposed, MatrixView.Of(TensorMemory.Of(inputs), batch, width), TensorMemory.Of(ofWeight), get_num_threads());
        var ofInputs = zeros(batch, width);
        if (inputs.requires_grad)
        {
            MatrixProduct.Add(
                byOutput, MatrixView.Of(TensorMemory.Of(weight), outputs, width), TensorMemory.Of(ofInputs), get_num_threads());
        }

        return [ofInputs, ofWeight, TensorMemory.ColumnSums(gradient, outputs)];
    }
}
