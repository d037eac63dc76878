using System.Text;
using static System.FormattableString;

namespace Glassy.Runs;

/// <summary>The table that Keras 2 prints for a model (<c>model.summary()</c>).</summary>
public static class ModelSummary
{
    private const int Width = 65;
    private static readonly int[] ColumnEnds = [29, 55, Width];
    private static readonly string[] Units = ["Byte", "KB", "MB", "GB", "TB", "PB"];

    /// <returns>Lines that end in <c>\n</c>, 65 characters wide with their padding.</returns>
    public static string Render(ModelInfo model)
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');

        Line("Model: \"sequential\"");
        Line(new string('_', Width));
        AppendRow(text, "Layer (type)", "Output Shape", "Param #");
        Line(new string('=', Width));
        foreach (var layer in model.Layers)
        {
            var shape = $"(None, {string.Join(", ", layer.OutputShape)})";
            AppendRow(text, $"{layer.Name} ({layer.Type})", shape, Invariant($"{layer.Parameters}"));
            Line(new string(' ', Width));
        }

        Line(new string('=', Width));
        var bytesPerParameter = model.Parameters == 0 ? 0 : model.Bytes / model.Parameters;
        Line(Total("Total params", model.Parameters, bytesPerParameter));
        Line(Total("Trainable params", model.TrainableParameters, bytesPerParameter));
        Line(Total("Non-trainable params", model.Parameters - model.TrainableParameters, bytesPerParameter));
        Line(new string('_', Width));
        return text.ToString();
    }

    /// <summary>A cell that is too long for its column goes on in the next line.</summary>
    private static void AppendRow(StringBuilder text, params string[] cells)
    {
        while (cells.Any(cell => cell.Length > 0))
        {
            var line = new StringBuilder(" ");
            for (var column = 0; column < cells.Length; column++)
            {
                var start = column == 0 ? 0 : ColumnEnds[column - 1];
                var gap = column == cells.Length - 1 ? 0 : 2;
                var cut = Math.Min(ColumnEnds[column] - start - gap, cells[column].Length);
                line.Append(cells[column], 0, cut);
                line.Append(' ', Math.Max(0, ColumnEnds[column] - line.Length));
                cells[column] = cells[column][cut..];
            }

            text.Append(line).Append('\n');
        }
    }

    private static string Total(string label, long parameters, long bytesPerParameter)
    {
        double size = parameters * bytesPerParameter;
        var unit = 0;
        while (size >= 1024 && unit < Units.Length - 1)
        {
            size /= 1024;
            unit++;
        }

        return Invariant($"{label}: {parameters} ({size:F2} {Units[unit]})");
    }
}
