using System.Text;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Glassy.Syntax;

/// <summary>Imports and exports, which the page does not show.</summary>
internal sealed class EsmBlock(BlockParser parser) : LeafBlock(parser)
{
    /// <summary>The statements' lines, from the first column of its line on.</summary>
    public StringBuilder Text { get; } = new();

    /// <summary>Whether it begins with an import; exports may follow.</summary>
    public bool IsImport => Text.Length > 0 && Text[0] == 'i';

    /// <summary>Open brackets so far.</summary>
    public int Depth { get; set; }

    /// <summary>A template string goes on.</summary>
    public bool IsInTemplate { get; set; }

    /// <summary>The last line may have been a statement's last.</summary>
    public bool HasEnded { get; set; }

    public bool IsBalanced => Depth <= 0 && !IsInTemplate;
}
