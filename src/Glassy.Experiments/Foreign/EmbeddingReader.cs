using Glassy.Datasets.Files;
using Glassy.Diagnostics;

namespace Glassy.Foreign;

/// <summary>Reads what a model makes of each test picture before its answer: a row of numbers a picture, in NumPy's form.</summary>
public static class EmbeddingReader
{
    /// <param name="path">Absolute path of the file.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="pictures">How many test pictures there are.</param>
    /// <returns>[pictures][numbers] in test order, each of length 1; one of nothing but zeros stays so.</returns>
    /// <exception cref="DiagnosticException">There is no such file, or it has not a row of numbers for each picture.</exception>
    public static float[][] Read(string path, string name, int pictures)
    {
        if (!File.Exists(path))
        {
            throw Mistake(name, $"no such file; expected embeddings as numpy.save writes them, [{pictures}, numbers]");
        }

        NpyArray array;
        try
        {
            array = NpyReader.Read(File.ReadAllBytes(path), name);
        }
        catch (InvalidDataException mistake)
        {
            throw new DiagnosticException(Diagnostic.Error(mistake.Message));
        }

        return array.Dimensions is [var rows, > 0 and var numbers] && rows == pictures && array.IsNumber
            ? [.. Enumerable.Range(0, rows).Select(row => OfLengthOne(array, row, numbers, name))]
            : throw Mistake(
                name, $"is {array.Description}, expected a row of numbers for each of the {pictures:N0} test pictures, in their order");
    }

    private static float[] OfLengthOne(NpyArray array, int row, int numbers, string name)
    {
        // it is an array of numbers
        double[] values = [.. Enumerable.Range(row * numbers, numbers).Select(index => array.NumberAt(index) ?? 0)];
        if (!values.All(double.IsFinite))
        {
            throw Mistake(
                name, $"the row of picture {row} has a number that is not finite; write the embeddings anew, without NaN and infinities");
        }

        var length = Math.Sqrt(values.Sum(value => value * value));
        return [.. values.Select(value => (float)(length == 0 ? 0 : value / length))];
    }

    private static DiagnosticException Mistake(string name, string text) => new(Diagnostic.Error(text, name));
}
