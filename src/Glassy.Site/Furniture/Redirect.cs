using Glassy.Pages;

namespace Glassy.Furniture;

/// <summary>A page that only leads on.</summary>
/// <param name="Route">Where it is.</param>
/// <param name="Href">Where it leads, relative to <see cref="AnyPage"/>; as written when that is another site.</param>
/// <param name="Label">What that is called.</param>
/// <param name="Target">The page that it leads to; null for a file or another site.</param>
internal sealed record Redirect(Route Route, string Href, string Label, Route? Target);
