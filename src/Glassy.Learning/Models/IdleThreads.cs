using System.Runtime.InteropServices;

namespace Glassy.Models;

/// <summary>
/// Lets the tensor library's threads sleep while they have nothing to do. Left alone, OpenMP's wait in a loop for their next piece of work,
/// and so take the processors from the threads that compute: an epoch of a convolutional network with two threads took three times as long.
/// </summary>
public static partial class IdleThreads
{
    private const string WaitPolicy = "OMP_WAIT_POLICY"; // OpenMP 5.0, section 6.7

    /// <summary>
    /// To be called before the tensor library is loaded, which reads it then; what the user has set stays. No result depends on it.
    /// </summary>
    public static void Sleep()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = SetVariable(WaitPolicy, "passive", overwrite: 0); // .NET's own is a copy that native code does not see
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
