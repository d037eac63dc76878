namespace Glassy.Tests;

/// <summary>A file of the repository that follows from the code. With <c>GLASSY_WRITE=1</c> it is written anew, else compared.</summary>
internal static class FollowingFile
{
    /// <param name="path">In the repository.</param>
    /// <param name="follow">The text that follows from the code, of the text that is there.</param>
    public static void Check(string path, Func<string, string> follow)
    {
        var file = Path.Combine(RepositoryRoot.Path, path);
        var text = File.ReadAllText(file);
        var followed = follow(text);
        if (Environment.GetEnvironmentVariable("GLASSY_WRITE") == "1")
        {
            File.WriteAllText(file, followed);
        }
        else
        {
            Assert.Equal(followed, text);
        }
    }
}
