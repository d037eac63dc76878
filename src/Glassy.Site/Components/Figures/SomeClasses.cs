using Glassy.Components.Binding;
using Glassy.Publishing;

namespace Glassy.Components.Figures;

/// <summary>Says that not all classes are shown.</summary>
/// <param name="Shown">How many are.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Results">The file with all of them, of all runs, relative to the page.</param>
public sealed record SomeClasses(int Shown, int Total, string Results)
{
    /// <summary>Null when all are shown.</summary>
    internal static SomeClasses? Of(int shown, int total, ComponentContext context) =>
        shown == total ? null : new SomeClasses(shown, total, context.HrefOf(SiteFileNames.Results));
}
