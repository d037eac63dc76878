using TorchSharp;
using static TorchSharp.torch;

namespace Glassy.Arithmetic;

/// <summary>
/// Numbers for tensors, held until native code has read them. In <c>tensor.mul_(2.0)</c> TorchSharp makes an object of the number that
/// nothing holds from the moment of the call, so that a garbage collection may free it too early. "Unknown scalar type" was seen once, in a
/// test at high load, and could not be brought about.
/// </summary>
public static class HeldScalar
{
    /// <summary>Multiplies a tensor of any shape by a number, in place.</summary>
    public static Tensor ScaleBy(this Tensor tensor, double factor)
    {
        using var scalar = factor.ToScalar();
        return tensor.mul_(scalar);
    }

    /// <summary>Divides a tensor of any shape by a number, in place.</summary>
    public static Tensor DivideBy(this Tensor tensor, double divisor)
    {
        using var scalar = divisor.ToScalar();
        return tensor.div_(scalar);
    }

    /// <summary>Takes a number from each element, in place.</summary>
    public static Tensor Subtract(this Tensor tensor, double number)
    {
        using var scalar = number.ToScalar();
        return tensor.sub_(scalar);
    }

    /// <summary>Whether each element is a number or more, as booleans.</summary>
    public static Tensor IsAtLeast(this Tensor tensor, double number)
    {
        using var scalar = number.ToScalar();
        return tensor.ge(scalar);
    }
}
