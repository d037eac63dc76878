using static Glassy.Onnx.OnnxFields;

namespace Glassy.Onnx;

/// <summary>What can be said of an ONNX file without computing with it.</summary>
/// <param name="Producer">What wrote it, with its version; empty when it does not say.</param>
/// <param name="Nodes">How many operators its graph has.</param>
/// <param name="Parameters">Numbers in its weights.</param>
/// <param name="Bytes">Of its weights.</param>
/// <param name="Elsewhere">The name of a file that some of its weights are in; null when it has all of them.</param>
internal sealed record OnnxFile(string Producer, int Nodes, long Parameters, long Bytes, string? Elsewhere)
{
    /// <summary>What its author has written besides.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>The run of Glassy's that it was exported from; null for another program's model.</summary>
    public string? Run =>
        Producer.StartsWith(OnnxExport.Producer, StringComparison.Ordinal) ? Metadata.GetValueOrDefault(OnnxExport.RunKey) : null;

    private const int DeepestGraph = 32;

    /// <param name="content">All of the file.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidDataException">It is no ONNX model, or damaged; the message is one line that begins with the
    /// name.</exception>
    public static OnnxFile Read(ReadOnlySpan<byte> content, string name)
    {
        var (counts, metadata) = (new Counts(), new Dictionary<string, string>(StringComparer.Ordinal));
        var (producer, version, hasGraph) = ("", "", false);
        try
        {
            var model = new ProtobufReader(content);
            while (model.Read())
            {
                if (model.Field == Model.ProducerName)
                {
                    producer = model.Text;
                }
                else if (model.Field == Model.ProducerVersion)
                {
                    version = model.Text;
                }
                else if (model.Field == Model.Graph && model.WireType == ProtobufReader.Length)
                {
                    hasGraph = true;
                    counts.ReadGraph(model.Content, depth: 0);
                }
                else if (model.Field == Model.Functions)
                {
                    counts.ReadFunction(model.Content);
                }
                else if (model.Field == Model.MetadataProps)
                {
                    var (key, value) = EntryIn(model.Content);
                    metadata.TryAdd(key, value);
                }
            }
        }
        catch (InvalidDataException mistake)
        {
            throw new InvalidDataException(
                $"{name}: is no ONNX model, or is cut off ({mistake.Message}); write it anew, as with torch.onnx.export");
        }

        return hasGraph && counts.Nodes > 0
            ? new OnnxFile(
                $"{producer} {version}".Trim(), counts.Nodes, counts.Parameters, counts.Bytes, counts.Elsewhere)
            { Metadata = metadata }
            : throw new InvalidDataException(
                $"{name}: is no ONNX model: it has no graph with operators; write it anew, as with torch.onnx.export");
    }

    private static (string Key, string Value) EntryIn(ReadOnlySpan<byte> content)
    {
        var (key, value) = ("", "");
        for (var entry = new ProtobufReader(content); entry.Read();)
        {
            (key, value) = entry.Field == Entry.Key ? (entry.Text, value) : (key, entry.Text);
        }

        return (key, value);
    }

    private sealed class Counts
    {
        public int Nodes { get; private set; }

        public long Parameters { get; private set; }

        public long Bytes { get; private set; }

        public string? Elsewhere { get; private set; }

        public void ReadGraph(ReadOnlySpan<byte> content, int depth)
        {
            if (depth > DeepestGraph)
            {
                throw new InvalidDataException("graphs are nested too deep");
            }

            for (var graph = new ProtobufReader(content); graph.Read();)
            {
                if (graph.Field == Graph.Initializer)
                {
                    ReadTensor(graph.Content);
                }
                else if (graph.Field == Graph.SparseInitializer)
                {
                    ReadSparse(graph.Content);
                }
                else if (graph.Field == Graph.Node)
                {
                    Nodes++;
                    ReadNode(graph.Content, depth);
                }
            }
        }

        /// <summary>A function's operators stand in the place of one that calls it.</summary>
        public void ReadFunction(ReadOnlySpan<byte> content)
        {
            for (var function = new ProtobufReader(content); function.Read();)
            {
                if (function.Field == Function.Node)
                {
                    ReadNode(function.Content, depth: 0);
                }
            }
        }

        /// <summary>A node's attributes may hold tensors and graphs.</summary>
        private void ReadNode(ReadOnlySpan<byte> content, int depth)
        {
            for (var node = new ProtobufReader(content); node.Read();)
            {
                if (node.Field != Node.Attribute)
                {
                    continue;
                }

                for (var attribute = new ProtobufReader(node.Content); attribute.Read();)
                {
                    if (attribute.Field is OnnxFields.Attribute.Tensor or OnnxFields.Attribute.Tensors)
                    {
                        ReadTensor(attribute.Content);
                    }
                    else if (attribute.Field is OnnxFields.Attribute.SparseTensor or OnnxFields.Attribute.SparseTensors)
                    {
                        ReadSparse(attribute.Content);
                    }
                    else if (attribute.Field is OnnxFields.Attribute.Graph or OnnxFields.Attribute.Graphs)
                    {
                        ReadGraph(attribute.Content, depth + 1);
                    }
                }
            }
        }

        private void ReadSparse(ReadOnlySpan<byte> content)
        {
            for (var sparse = new ProtobufReader(content); sparse.Read();)
            {
                if (sparse.Field is SparseTensor.Values or SparseTensor.Indices)
                {
                    ReadTensor(sparse.Content);
                }
            }
        }

        private void ReadTensor(ReadOnlySpan<byte> content)
        {
            var (lengths, type, isElsewhere, place) = (new List<long>(), 0L, false, "");
            for (var tensor = new ProtobufReader(content); tensor.Read();)
            {
                switch (tensor.Field)
                {
                    case Tensor.Dims:
                        tensor.AddNumbersTo(lengths);
                        break;
                    case Tensor.DataType:
                        type = tensor.Number;
                        break;
                    case Tensor.DataLocation:
                        isElsewhere = tensor.Number == Tensor.LocationExternal;
                        break;
                    case Tensor.ExternalData:
                        place = EntryIn(tensor.Content) is ("location", var location) ? location : place;
                        break;
                }
            }

            Elsewhere ??= isElsewhere ? place : null;
            if (Tensor.OfWeights.Contains((int)type))
            {
                var count = lengths.Aggregate(1L, (product, length) => length < 0 || product > int.MaxValue ? 0 : product * length);
                Parameters += count;
                Bytes += count * (type switch { 2 or 3 => 1, 10 or 16 => 2, 11 => 8, _ => 4 });
            }
        }
    }
}
