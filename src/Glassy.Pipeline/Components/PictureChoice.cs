using Glassy.Content;
using Glassy.Imaging;
using Glassy.Runs;

namespace Glassy.Components;

/// <summary>Finds the pictures that a tag asks for.</summary>
internal static class PictureChoice
{
    /// <summary>The class that an author named, by its name or its folder's; null after reporting that there is none.</summary>
    public static int? ClassOf(
        Located<string> name, Run run, IReadOnlyList<IReadOnlyList<ExportedPicture>> pictures, ComponentContext context)
    {
        var classes = run.Dataset.Classes;
        for (var i = 0; i < classes.Count; i++)
        {
            if (classes[i] == name.Value || (pictures[i].Count > 0 && FolderOf(pictures[i][0]) == name.Value))
            {
                return i;
            }
        }

        context.Diagnostics.Error(
            $"the dataset `{run.Dataset.Name}` has no class `{name.Value}`{Spelling.SuggestAndList(name.Value, classes)}", name.Position);
        return null;
    }

    /// <summary>All pictures, or those named, in the order named; each name that is not there is reported and left out.</summary>
    public static IReadOnlyList<ExportedPicture> Choose(
        IReadOnlyList<ExportedPicture> pictures, IReadOnlyList<Located<string>>? names, string where, ComponentContext context)
    {
        if (names is null)
        {
            return pictures;
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

        return chosen;
    }

    private static string FolderOf(ExportedPicture picture) => picture.Path.Split('/')[^2];
}
