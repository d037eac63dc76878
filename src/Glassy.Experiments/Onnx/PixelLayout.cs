namespace Glassy.Onnx;

/// <summary>In which order a model wants the numbers of a picture.</summary>
public enum PixelLayout
{
    /// <summary>Channels, rows, columns: PyTorch's order.</summary>
    Nchw,

    /// <summary>Rows, columns, channels: TensorFlow's order.</summary>
    Nhwc,
}
