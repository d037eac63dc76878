namespace Glassy.Preprocessing;

/// <summary>Thinning by two passes in turn, each of which erases at once all pixels that it finds, until neither finds one.</summary>
internal static class ParallelThinning
{
    /// <param name="mask">Is changed.</param>
    /// <param name="first">[256] the neighbourhoods in which the first pass erases.</param>
    /// <param name="second">[256] those in which the second does.</param>
    public static void Thin(InkMask mask, bool[] first, bool[] second)
    {
        var (ink, found) = (mask.Places(), new List<int>());
        while (Erase(mask, ink, found, first) | Erase(mask, ink, found, second))
        {
            // The passes do the work.
        }
    }

    /// <returns>Whether there was something to erase.</returns>
    private static bool Erase(InkMask mask, List<int> ink, List<int> found, bool[] erased)
    {
        found.Clear();
        foreach (var place in ink)
        {
            if (erased[mask.NeighboursOf(place)])
            {
                found.Add(place);
            }
        }

        found.ForEach(mask.Erase);
        ink.RemoveAll(place => !mask.IsInk(place));
        return found.Count > 0;
    }
}
