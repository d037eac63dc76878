namespace Glassy.Caching;

/// <summary>
/// Says to all processes on a machine that one of them is at a piece of work, for as long as it lives and is not disposed.
/// </summary>
public sealed class Claim : IDisposable
{
    private readonly FileStream _lock;

    private Claim(FileStream held) => _lock = held;

    /// <param name="path">Absolute path of a file for this piece of work alone; it is made, and stays: to delete it while another opens it
    /// would give two claims.</param>
    /// <returns>The claim; null when another holds it.</returns>
    public static Claim? TryTake(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // an absolute path of a file has a folder
        try
        {
            // The system lets go of it when the process ends, however it ends.
            return new Claim(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _lock.Dispose();
}
