using Glassy.Augmentation;
using Glassy.Datasets;
using Glassy.Models;
using Glassy.Runs;
using static TorchSharp.torch;

namespace Glassy.Training;

/// <summary>
/// What is trained on, as tensors of the caller's dispose scope: made once, or anew for each batch where the recipe changes pictures.
/// </summary>
internal sealed class TrainingPictures
{
    private readonly LabeledImages _images;
    private readonly TrainingOptions _options;
    private readonly Augmenter? _augmenter;
    private readonly Tensor? _inputs;
    private readonly Tensor _labels;

    /// <param name="images">The split.</param>
    /// <param name="options">The recipe.</param>
    public TrainingPictures(LabeledImages images, TrainingOptions options)
    {
        (_images, _options) = (images, options);
        var amounts = AugmentationAmounts.Parse(options.Augment);
        _augmenter = amounts.IsNone ? null : new Augmenter(images, amounts);
        _inputs = amounts.IsNone ? ImageTensors.From(images.Pixels, images.Shape, options) : null; // [N, H, W, C]
        _labels = tensor(images.Labels).to(int64);                                                   // [N]
    }

    public int Count => _images.Count;

    /// <param name="batch">[B] int64, which.</param>
    /// <param name="generator">Where the changes come from.</param>
    /// <returns>[B, H, W, C] float32.</returns>
    public Tensor Images(Tensor batch, Generator generator) => _augmenter is null
        ? _inputs!.index_select(0, batch) // there are inputs where nothing changes them
        : ImageTensors.From(_augmenter.Make(batch.data<long>().ToArray(), generator), _images.Shape, _options);

    /// <param name="batch">[B] int64, which.</param>
    /// <returns>[B] int64.</returns>
    public Tensor Labels(Tensor batch) => _labels.index_select(0, batch);
}
