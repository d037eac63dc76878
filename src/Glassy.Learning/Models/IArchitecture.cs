using Glassy.Imaging;
using Glassy.Runs;
using static TorchSharp.torch;

namespace Glassy.Models;

/// <summary>How a network is put together for a dataset.</summary>
public interface IArchitecture
{
    /// <summary>What <c>run: model:</c> calls it.</summary>
    string Name { get; }

    /// <summary>A new network with freshly drawn weights.</summary>
    /// <param name="shape">The pictures' size.</param>
    /// <param name="classes">How many logits, 2 or more.</param>
    /// <param name="options">What else decides the layers.</param>
    /// <param name="generator">Where the weights are drawn from.</param>
    Network Build(ImageShape shape, int classes, TrainingOptions options, Generator generator);

    /// <summary>
    /// How many multiplications it takes to read a picture, by which what trainings cost is compared. Does not load libtorch.
    /// </summary>
    /// <param name="shape">The pictures' size.</param>
    /// <param name="classes">How many logits, 2 or more.</param>
    /// <param name="options">What else decides the layers.</param>
    long MultiplicationsOf(ImageShape shape, int classes, TrainingOptions options);

    /// <summary>How many weights and biases the network has. Does not load libtorch.</summary>
    /// <param name="shape">The pictures' size.</param>
    /// <param name="classes">How many logits, 2 or more.</param>
    /// <param name="options">What else decides the layers.</param>
    long ParametersOf(ImageShape shape, int classes, TrainingOptions options);
}
