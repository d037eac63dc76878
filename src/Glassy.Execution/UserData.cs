using Glassy.Diagnostics;

namespace Glassy.Execution;

/// <summary>The edge between files that a user has given and the engine: what is wrong with them is the user's to mend, and no bug.</summary>
internal static class UserData
{
    /// <exception cref="DiagnosticException">The data is not what it should be.</exception>
    public static async Task<T> ReadAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (InvalidDataException mistake)
        {
            throw new DiagnosticException(Diagnostic.Error(mistake.Message));
        }
    }

    /// <inheritdoc cref="ReadAsync{T}"/>
    public static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException mistake)
        {
            throw new DiagnosticException(Diagnostic.Error(mistake.Message));
        }
    }
}
