using System.Text.Json.Serialization;

namespace Glassy.Onnx;

/// <summary>From where to where levels go before mean and deviation are taken off.</summary>
public enum LevelRange
{
    /// <summary>Levels divided by 255.</summary>
    [JsonStringEnumMemberName("0-1")]
    Unit,

    /// <summary>Levels as they are.</summary>
    [JsonStringEnumMemberName("0-255")]
    Bytes,
}
