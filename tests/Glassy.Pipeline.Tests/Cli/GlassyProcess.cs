using System.Diagnostics;
using System.Text.RegularExpressions;
using Glassy.Pipelines;

namespace Glassy.Tests.Cli;

/// <summary>The program as its user runs it: a process with arguments, output and an exit code.</summary>
/// <param name="Errors">Its messages, without the sources that stand, indented, below those about files.</param>
internal sealed partial record GlassyProcess(int ExitCode, string Output, string Errors)
{
    /// <summary>Its messages with what stands below them.</summary>
    public required string ErrorsWithSources { get; init; }

    /// <summary>Runs the program to its end.</summary>
    /// <param name="root">The project's folder.</param>
    /// <param name="arguments">After the program's name.</param>
    public static async Task<GlassyProcess> RunAsync(string root, params string[] arguments)
    {
        using var process = Start(root, arguments);
        return await EndOf(process);
    }

    /// <summary>Starts the program, lets it work until it has said something, and interrupts it as Ctrl-C does.</summary>
    /// <param name="root">The project's folder.</param>
    /// <param name="until">A line that begins so is waited for.</param>
    /// <param name="arguments">After the program's name.</param>
    /// <returns>How it ended.</returns>
    public static Task<GlassyProcess> InterruptAsync(string root, string until, params string[] arguments) =>
        InterruptAsync(root, until, _ => Task.CompletedTask, arguments);

    /// <summary>Starts the program, lets it work until it has said something, and ends it where it stands.</summary>
    public static async Task<GlassyProcess> KillAsync(string root, string until, params string[] arguments)
    {
        using var process = Start(root, arguments);
        await WaitForAsync(process, until);
        process.Kill();
        return await EndOf(process);
    }

    /// <inheritdoc cref="InterruptAsync(string, string, string[])"/>
    /// <param name="then">Is done with that line before the program is interrupted.</param>
    public static async Task<GlassyProcess> InterruptAsync(
        string root, string until, Func<string, Task> then, params string[] arguments)
    {
        using var process = Start(root, arguments);
        if (await WaitForAsync(process, until) is { } line)
        {
            await then(line);
        }

        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        return await EndOf(process);
    }

    private static async Task<string?> WaitForAsync(Process process, string until)
    {
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith(until, StringComparison.Ordinal))
            {
                return line;
            }
        }

        return null;
    }

    private static Process Start(string root, string[] arguments)
    {
        // A shell lets the jobs in its background ignore Ctrl-C, and what they start inherits that.
        string[] command = [.. OperatingSystem.IsLinux() ? ["env", "--default-signal=INT"] : Array.Empty<string>(), "dotnet"];
        var start = new ProcessStartInfo(command[0], [.. command[1..], typeof(BuildSettings).Assembly.Location, .. arguments])
        {
            WorkingDirectory = root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        process.StandardInput.Close();
        return process;
    }

    private static async Task<GlassyProcess> EndOf(Process process)
    {
        var token = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(token);
        var errors = process.StandardError.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        var lines = (await errors).Split('\n').Where(line => !SourceLine().IsMatch(line));
        return new GlassyProcess(process.ExitCode, await output, string.Join('\n', lines)) { ErrorsWithSources = await errors };
    }

    [GeneratedRegex(@"^ +\d* \|")]
    private static partial Regex SourceLine();
}
