using Markdig.Syntax;

namespace Glassy.Syntax.Mdx;

/// <summary>What a component of the page's own stands for.</summary>
internal sealed class JsxBlock() : LeafBlock(parser: null);
