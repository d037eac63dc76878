namespace Glassy.Components.Binding;

/// <summary>One verb of the program.</summary>
/// <param name="Name">As it is typed.</param>
/// <param name="Description">What it does.</param>
/// <param name="Arguments">What stands after it, as the help writes it: <c>&lt;folder&gt;</c>; empty for nothing.</param>
/// <param name="Options">In the order of the help.</param>
public sealed record CommandInfo(string Name, string Description, string Arguments, IReadOnlyList<CommandOption> Options);
