using static Glassy.Onnx.OnnxFields;

namespace Glassy.Onnx;

/// <summary>
/// Writes a model in ONNX's form: operators from one input to one output, each with its weights. Only what classifiers of pictures need.
/// Source:
/// https://onnx.ai/onnx/repo-docs/IR.html.
/// </summary>
/// <param name="name">What the graph is called.</param>
public sealed class OnnxWriter(string name)
{
    /// <summary>The form's version; 7 came with the operators of set 13.</summary>
    private const int IrVersion = 7;

    /// <summary>Every operator that is written here has had its meaning since this set or an earlier one.</summary>
    private const int OperatorSet = 13;

    private readonly ProtobufWriter _graph = new ProtobufWriter().Text(OnnxFields.Graph.Name, name);
    private readonly List<(string Key, string Value)> _metadata = [];

    /// <summary>An input of float32.</summary>
    /// <param name="value">Its name.</param>
    /// <param name="lengths">Of its dimensions; a name where any length is allowed.</param>
    public void Input(string value, params IReadOnlyList<object> lengths) =>
        _graph.Message(OnnxFields.Graph.Input, ValueOf(value, lengths));

    /// <inheritdoc cref="Input"/>
    public void Output(string value, params IReadOnlyList<object> lengths) =>
        _graph.Message(OnnxFields.Graph.Output, ValueOf(value, lengths));

    /// <summary>Numbers that operators use: weights and constants.</summary>
    /// <param name="value">Its name.</param>
    /// <param name="lengths">Of its dimensions; none for a single number.</param>
    /// <param name="values">Row-major.</param>
    public void Weights(string value, IReadOnlyList<int> lengths, float[] values)
    {
        var tensor = new ProtobufWriter();
        foreach (var length in lengths)
        {
            tensor.Whole(Tensor.Dims, length);
        }

        _graph.Message(
            OnnxFields.Graph.Initializer,
            tensor.Whole(Tensor.DataType, Tensor.Float32).Text(Tensor.Name, value).Singles(Tensor.RawData, values));
    }

    /// <summary>One operator.</summary>
    /// <param name="type">Its name in ONNX's operator set.</param>
    /// <param name="inputs">Names of what it reads.</param>
    /// <param name="output">The name of what it gives, which is the operator's too.</param>
    /// <param name="attributes">A whole number or several of them each.</param>
    public void Operator(
        string type,
        IReadOnlyList<string> inputs,
        string output,
        params IReadOnlyList<(string Name, object Value)> attributes)
    {
        var node = new ProtobufWriter();
        foreach (var input in inputs)
        {
            node.Text(Node.Input, input);
        }

        node.Text(Node.Output, output).Text(Node.Name, output).Text(Node.OpType, type);
        foreach (var (attribute, value) in attributes)
        {
            node.Message(Node.Attribute, AttributeOf(attribute, value));
        }

        _graph.Message(OnnxFields.Graph.Node, node);
    }

    /// <summary>What readers of the file should know.</summary>
    public void Metadata(string key, string value) => _metadata.Add((key, value));

    /// <param name="producer">What wrote the file.</param>
    /// <param name="version">Of it.</param>
    public byte[] Write(string producer, string version)
    {
        var model = new ProtobufWriter()
            .Whole(Model.IrVersion, IrVersion)
            .Text(Model.ProducerName, producer)
            .Text(Model.ProducerVersion, version)
            .Message(Model.Graph, _graph)
            .Message(
                Model.OpsetImport,
                new ProtobufWriter().Text(OnnxFields.OperatorSet.Domain, "").Whole(OnnxFields.OperatorSet.Version, OperatorSet));
        foreach (var (key, value) in _metadata)
        {
            model.Message(Model.MetadataProps, new ProtobufWriter().Text(Entry.Key, key).Text(Entry.Value, value));
        }

        return model.ToArray();
    }

    private static ProtobufWriter ValueOf(string value, IReadOnlyList<object> lengths)
    {
        var shape = new ProtobufWriter();
        foreach (var length in lengths)
        {
            shape.Message(Value.Dim, length is int whole
                ? new ProtobufWriter().Whole(Value.DimValue, whole)
                : new ProtobufWriter().Text(Value.DimParam, (string)length));
        }

        var tensor = new ProtobufWriter().Whole(Value.ElemType, Tensor.Float32).Message(Value.Shape, shape);
        return new ProtobufWriter().Text(Value.Name, value).Message(Value.Type, new ProtobufWriter().Message(Value.TensorType, tensor));
    }

    private static ProtobufWriter AttributeOf(string name, object value)
    {
        var attribute = new ProtobufWriter().Text(OnnxFields.Attribute.Name, name);
        switch (value)
        {
            case int whole:
                return attribute.Whole(OnnxFields.Attribute.Int, whole).Whole(OnnxFields.Attribute.Type, OnnxFields.Attribute.TypeInt);
            case int[] several:
                foreach (var one in several)
                {
                    attribute.Whole(OnnxFields.Attribute.Ints, one);
                }

                return attribute.Whole(OnnxFields.Attribute.Type, OnnxFields.Attribute.TypeInts);
            default:
                throw new ArgumentException($"attribute '{name}' is a {value.GetType().Name}, expected an int or ints", nameof(value));
        }
    }
}
