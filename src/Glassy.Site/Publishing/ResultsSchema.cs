namespace Glassy.Publishing;

/// <summary>The JSON Schema (draft 2020-12) of <see cref="ResultsDocument"/>, as it is published.</summary>
public static class ResultsSchema
{
    /// <exception cref="InvalidOperationException">It is not in the assembly.</exception>
    public static byte[] ToBytes()
    {
        using var stream = typeof(ResultsSchema).Assembly.GetManifestResourceStream("Publishing/results.schema.json")
            ?? throw new InvalidOperationException("results.schema.json is not in the program; is it embedded?");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
