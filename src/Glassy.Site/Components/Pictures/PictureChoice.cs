using Glassy.Components.Binding;
using Glassy.Datasets;
using Glassy.Diagnostics;
using Glassy.Pictures;
using Glassy.Runs;
using Glassy.Sources;

namespace Glassy.Components.Pictures;

/// <summary>Finds the pictures that a tag asks for.</summary>
internal static class PictureChoice
{
    /// <summary>The class that an author named, by its name or else its folder's; null after reporting that there is none.</summary>
    public static int? ClassOf(Located<string> name, Run run, ComponentContext context)
    {
        var classes = run.Dataset.Classes;
        foreach (var names in new[] { classes, FileSafeName.AllOf(classes, "class") })
        {
            for (var label = 0; label < names.Count; label++)
            {
                if (names[label] == name.Value)
                {
                    return label;
                }
            }
        }

        context.Diagnostics.Error(
            $"the dataset `{run.Dataset.Name}` has no class `{name.Value}`{Spelling.SuggestAndList(name.Value, classes)}", name.Position);
        return null;
    }

    /// <summary>All pictures, or those named, in the order named; each name that is not there is reported and left out.</summary>
    public static IReadOnlyList<ExportedPicture> Choose(
        IReadOnlyList<ExportedPicture> pictures, ImagesTableAttributes attributes, string where, ComponentContext context)
    {
        var most = attributes.Count ?? int.MaxValue;
        if (attributes.ImagePaths is not { } names)
        {
            return [.. pictures.Take(most)];
        }

        var byName = pictures.ToDictionary(picture => picture.FileName, StringComparer.Ordinal);
        var chosen = new List<ExportedPicture>(names.Count);
        foreach (var name in names)
        {
            if (byName.TryGetValue(name.Value, out var picture))
            {
                chosen.Add(picture);
            }
            else
            {
                context.Diagnostics.MissingImage($"the run has no picture `{name.Value}` among {where}", name.Position);
            }
        }

        return [.. chosen.Take(most)];
    }
}
