using Glassy.Sources;

namespace Glassy.Components;

/// <summary>Renders a component's template. Safe to call from any thread.</summary>
public interface ITemplateRenderer
{
    /// <param name="template">Its path under the site's templates: <c>components/ImagesTable.html</c>.</param>
    /// <param name="model">Its properties are the template's top-level variables.</param>
    RawHtml Render(string template, object model);
}
