using System.Runtime.InteropServices;
using Glassy.Models;

namespace Glassy.Tests.Models;

public sealed class IdleThreadsTests
{
    private delegate nint GetVariable([MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    /// <summary>As native code sees it, which .NET's own environment does not show.</summary>
    [Fact]
    public void The_tensor_librarys_threads_are_told_to_sleep_unless_the_user_says_otherwise()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "looks the variable up in Linux' C library");

        IdleThreads.Sleep();

        var read = Marshal.GetDelegateForFunctionPointer<GetVariable>(NativeLibrary.GetExport(NativeLibrary.Load("libc.so.6"), "getenv"));
        Assert.Equal(Environment.GetEnvironmentVariable("OMP_WAIT_POLICY") ?? "passive", Marshal.PtrToStringUTF8(read("OMP_WAIT_POLICY")));
    }
}
