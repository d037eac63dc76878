using Glassy.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Glassy.Sources;

/// <summary>
/// What a YAML text may ask of whoever reads it. Its events are counted before its tree is built: aliases repeat what they name, so that a
/// few lines can stand for more than any machine holds, and one inside what it names has no end.
/// </summary>
public static class YamlLimits
{
    public const int MostCharacters = 1_000_000;
    public const int MostNodes = 100_000;
    public const int MostLevels = 64;

    /// <returns>What is too much of it, with its place; null when nothing is, also for what is no YAML, which its reader reports.</returns>
    public static Diagnostic? Check(string yaml, string what, string file)
    {
        if (yaml.Length > MostCharacters)
        {
            return Diagnostic.Error(
                FormattableString.Invariant($"{what} has {yaml.Length:N0} characters, expected {MostCharacters:N0} or fewer"), file, 1, 1);
        }

        try
        {
            var parser = new Parser(new StringReader(yaml));
            var count = new Count();
            while (parser.MoveNext())
            {
                if (parser.Current is { } found && count.Add(found) is { } mistake) // there is one after a move
                {
                    return Diagnostic.Error($"{what}: {mistake}", file, (int)found.Start.Line, (int)found.Start.Column);
                }
            }
        }
        catch (YamlException)
        {
            return null;
        }

        return null;
    }

    private sealed class Count
    {
        private readonly Stack<(string? Anchor, long Before)> _open = new();
        private readonly Dictionary<string, long> _sizes = new(StringComparer.Ordinal);
        private long _nodes;

        /// <returns>What is too much; null when nothing is.</returns>
        public string? Add(ParsingEvent found)
        {
            switch (found)
            {
                case AnchorAlias alias:
                    if (_open.Any(collection => collection.Anchor == alias.Value.Value))
                    {
                        return $"the alias `*{alias.Value.Value}` stands inside what it names, which would have no end";
                    }

                    _nodes += _sizes.GetValueOrDefault(alias.Value.Value, 1); // one that names nothing its reader reports
                    break;
                case MappingStart or SequenceStart:
                    _open.Push((AnchorOf((NodeEvent)found), _nodes));
                    _nodes++;
                    break;
                case MappingEnd or SequenceEnd:
                    var (anchor, before) = _open.Pop();
                    Note(anchor, _nodes - before);
                    break;
                case Scalar scalar:
                    _nodes++;
                    Note(AnchorOf(scalar), 1);
                    break;
            }

            return _open.Count > MostLevels ? $"it is nested more than {MostLevels} levels deep"
                : _nodes > MostNodes
                    ? FormattableString.Invariant($"it has more than {MostNodes:N0} values, those counted that aliases repeat")
                : null;
        }

        private void Note(string? anchor, long size)
        {
            if (anchor is not null)
            {
                _sizes[anchor] = size;
            }
        }

        private static string? AnchorOf(NodeEvent node) => node.Anchor.IsEmpty ? null : node.Anchor.Value;
    }
}
