using Glassy.Sources;

namespace Glassy.Components.Pictures;

/// <summary>The attributes of <c>&lt;ImagesTable&gt;</c> and <c>&lt;CustomImagesTable&gt;</c>, spelt as the original spells them.</summary>
/// <param name="Dirname">Which pictures: <c>train</c>, <c>test</c>, <c>wrong-predictions</c>.</param>
/// <param name="Classdigit">The class' name, or its folder's.</param>
/// <param name="Size">Displayed width and height, CSS pixels.</param>
/// <param name="Heading">What is above it.</param>
/// <param name="ImagePaths">File names; without it all of the class.</param>
/// <param name="Count">At most so many of them.</param>
public sealed record ImagesTableAttributes(
    Located<string> Dirname,
    Located<string> Classdigit,
    int Size = 112,
    string? Heading = null,
    IReadOnlyList<Located<string>>? ImagePaths = null,
    int? Count = null);
