using Glassy.Diagnostics;

namespace Glassy.Checking;

/// <summary>What a check of a built site found.</summary>
/// <param name="Pages">How many pages were read.</param>
/// <param name="Addresses">How many links, pictures and other addresses they have.</param>
/// <param name="External">The addresses on other sites, each once.</param>
/// <param name="Problems">What leads nowhere, by page and place.</param>
public sealed record SiteCheck(int Pages, int Addresses, IReadOnlyList<string> External, IReadOnlyList<Diagnostic> Problems);
