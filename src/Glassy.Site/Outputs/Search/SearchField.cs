namespace Glassy.Outputs.Search;

/// <summary>The part of a page in which a term is; the later, the more it counts.</summary>
internal enum SearchField
{
    Text,
    Heading,
    Title,
}
