namespace Glassy.Components.Binding;

/// <summary>What a component shows of a run that does not have what it is about: one sentence that says so.</summary>
/// <param name="Text">The sentence.</param>
public sealed record Absent(string Text)
{
    /// <summary>Renders it in place of the component's own template.</summary>
    public const string Template = "partials/absent.html";
}
