namespace Glassy.Drawing;

/// <summary>
/// Weights in one printable character each: the levels -46..46 are the 93 characters of ASCII from space to tilde but <c>"</c> and
/// <c>\</c>, in that order, so that a JSON string holds them as they are, and gzip codes a weight and not a part of one.
/// </summary>
public static class WeightLevels
{
    /// <summary>The greatest level; the least is its negative.</summary>
    public const int Greatest = 46;

    private const char First = ' ';
    private const char Quote = '"';
    private const char Backslash = '\\';

    /// <param name="row">What one output is the weighted sum of.</param>
    /// <param name="levels">As long as the row, written: each weight's nearest level.</param>
    /// <returns>The row's greatest magnitude / 46, by which a level is multiplied to be a weight again; 0 for a row of zeros.</returns>
    public static float Quantize(ReadOnlySpan<float> row, Span<char> levels)
    {
        var magnitude = 0f;
        foreach (var weight in row)
        {
            magnitude = Math.Max(magnitude, Math.Abs(weight));
        }

        var scale = magnitude / Greatest;
        for (var i = 0; i < row.Length; i++)
        {
            var level = scale == 0 ? 0 : (int)Math.Floor((row[i] / (double)scale) + 0.5);
            levels[i] = CharacterOf(Math.Clamp(level, -Greatest, Greatest));
        }

        return scale;
    }

    /// <summary>-46..46.</summary>
    /// <exception cref="InvalidDataException">No level is written so.</exception>
    public static int LevelOf(char character)
    {
        if (character is < First or > '~' or Quote or Backslash)
        {
            throw new InvalidDataException($"U+{(int)character:X4} is no weight's level");
        }

        return character - First - (character > Quote ? 1 : 0) - (character > Backslash ? 1 : 0) - Greatest;
    }

    private static char CharacterOf(int level)
    {
        var character = (char)(First + level + Greatest);
        character += character >= Quote ? (char)1 : (char)0;
        return character >= Backslash ? (char)(character + 1) : character;
    }
}
