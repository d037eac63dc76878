using Markdig.Syntax;

namespace Glassy.Content.Mdx;

/// <summary>What a component of the page's own stands for.</summary>
internal sealed class JsxBlock() : LeafBlock(parser: null);
