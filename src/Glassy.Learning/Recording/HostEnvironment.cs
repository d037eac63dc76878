using System.Reflection;
using System.Runtime.InteropServices;
using Glassy.Models;
using Glassy.Runs;

namespace Glassy.Recording;

/// <summary>Describes the machine that this runs on.</summary>
public static class HostEnvironment
{
    public static RunEnvironment Describe() => new(
        typeof(HostEnvironment).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? throw new InvalidOperationException("the program's assembly has no version"),
        TensorLibrary.Version,
        Environment.Version.ToString(),
        RuntimeInformation.OSDescription,
        RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(),
        Environment.ProcessorCount,
        "cpu");
}
