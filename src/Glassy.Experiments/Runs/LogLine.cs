using System.Globalization;

namespace Glassy.Runs;

/// <summary>One line of a run's log.</summary>
/// <param name="Time">When, in the local time zone.</param>
/// <param name="Text">What happened.</param>
public sealed record LogLine(DateTimeOffset Time, string Text)
{
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss";

    /// <summary><c>[2023-10-25 12:26:40] Training with EPOCHS=4</c></summary>
    public override string ToString() => $"[{Time.ToString(TimeFormat, CultureInfo.InvariantCulture)}] {Text}";

    /// <summary>Reads a line as <see cref="ToString"/> writes it; its time is taken as UTC, for the zone is not written.</summary>
    /// <param name="line">Without its line end.</param>
    /// <param name="place">What a message calls the line: <c>data/runs/x/run.log:3</c>.</param>
    /// <exception cref="InvalidDataException">It is not such a line.</exception>
    public static LogLine Parse(string line, string place)
    {
        var end = line.IndexOf("] ", StringComparison.Ordinal);
        return line.StartsWith('[') && end > 0 && DateTimeOffset.TryParseExact(
            line[1..end], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? new LogLine(time, line[(end + 2)..])
            : throw new InvalidDataException($"{place}: '{line}' is not a log line, expected '[yyyy-MM-dd HH:mm:ss] text'");
    }
}
