namespace Glassy.Tests;

/// <summary>Where the repository that these tests were built from is.</summary>
internal static class RepositoryRoot
{
    /// <summary>Absolute path of the folder with <c>Glassy.sln</c>.</summary>
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) => File.Exists(System.IO.Path.Combine(folder, "Glassy.sln"))
        ? folder
        : Find(System.IO.Path.GetDirectoryName(folder)
            ?? throw new InvalidOperationException("The tests do not run from inside the repository."));
}
