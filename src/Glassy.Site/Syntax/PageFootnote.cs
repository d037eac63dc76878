using Markdig.Extensions.Footnotes;
using Markdig.Parsers;

namespace Glassy.Syntax;

/// <summary>A footnote's definition, wherever it stands; the page shows it at its end.</summary>
internal sealed class PageFootnote(BlockParser parser) : Footnote(parser);
