namespace Glassy.Onnx;

/// <summary>
/// The numbers of the fields of ONNX that are written or read here. Source: https://github.com/onnx/onnx/blob/v1.16.0/onnx/onnx.proto.
/// </summary>
internal static class OnnxFields
{
    /// <summary>Fields of <c>ModelProto</c>.</summary>
    internal static class Model
    {
        public const int IrVersion = 1;
        public const int ProducerName = 2;
        public const int ProducerVersion = 3;
        public const int Graph = 7;
        public const int OpsetImport = 8;
        public const int MetadataProps = 14;
        public const int Functions = 25;
    }

    /// <summary>Fields of <c>OperatorSetIdProto</c>.</summary>
    internal static class OperatorSet
    {
        public const int Domain = 1;
        public const int Version = 2;
    }

    /// <summary>Fields of <c>StringStringEntryProto</c>.</summary>
    internal static class Entry
    {
        public const int Key = 1;
        public const int Value = 2;
    }

    /// <summary>Fields of <c>GraphProto</c>.</summary>
    internal static class Graph
    {
        public const int Node = 1;
        public const int Name = 2;
        public const int Initializer = 5;
        public const int Input = 11;
        public const int Output = 12;
        public const int SparseInitializer = 15;
    }

    /// <summary>Fields of <c>FunctionProto</c>.</summary>
    internal static class Function
    {
        public const int Node = 7;
    }

    /// <summary>Fields of <c>SparseTensorProto</c>, both tensors.</summary>
    internal static class SparseTensor
    {
        public const int Values = 1;
        public const int Indices = 2;
    }

    /// <summary>Fields of <c>NodeProto</c>.</summary>
    internal static class Node
    {
        public const int Input = 1;
        public const int Output = 2;
        public const int Name = 3;
        public const int OpType = 4;
        public const int Attribute = 5;
    }

    /// <summary>Fields of <c>AttributeProto</c>, and its types.</summary>
    internal static class Attribute
    {
        public const int Name = 1;
        public const int Int = 3;
        public const int Tensor = 5;
        public const int Graph = 6;
        public const int Ints = 8;
        public const int Tensors = 10;
        public const int Graphs = 11;
        public const int SparseTensor = 22;
        public const int SparseTensors = 23;
        public const int Type = 20;

        public const int TypeInt = 2;
        public const int TypeInts = 7;
    }

    /// <summary>Fields of <c>TensorProto</c>, its types, and where its numbers may be.</summary>
    internal static class Tensor
    {
        public const int Dims = 1;
        public const int DataType = 2;
        public const int Name = 8;
        public const int RawData = 9;
        public const int ExternalData = 13;
        public const int DataLocation = 14;

        public const int LocationExternal = 1;
        public const int Float32 = 1;

        /// <summary>
        /// float32, uint8, int8, float16, float64, bfloat16: those that weights are of; whole numbers of more bits are sizes and places.
        /// </summary>
        public static readonly int[] OfWeights = [Float32, 2, 3, 10, 11, 16];
    }

    /// <summary>
    /// Fields of <c>ValueInfoProto</c>, <c>TypeProto</c>, <c>TypeProto.Tensor</c>, <c>TensorShapeProto</c> and its <c>Dimension</c>.
    /// </summary>
    internal static class Value
    {
        public const int Name = 1;
        public const int Type = 2;
        public const int TensorType = 1;
        public const int ElemType = 1;
        public const int Shape = 2;
        public const int Dim = 1;
        public const int DimValue = 1;
        public const int DimParam = 2;
    }
}
