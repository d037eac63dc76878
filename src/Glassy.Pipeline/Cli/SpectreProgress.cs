using Glassy.Progress;
using Spectre.Console;

namespace Glassy.Cli;

/// <summary>Progress on a terminal: a bar for each piece of work under way, lines above them.</summary>
internal sealed class SpectreProgress : IProgressSink
{
    private readonly ProgressContext _context;

    private SpectreProgress(ProgressContext context) => _context = context;

    /// <summary>Runs work that shows its progress; the bars are gone when it ends.</summary>
    public static Task<T> RunAsync<T>(Func<IProgressSink, Task<T>> work) => AnsiConsole.Progress()
        .AutoClear(true)
        .HideCompleted(true)
        .Columns(
            new TaskDescriptionColumn { Alignment = Justify.Left },
            new ProgressBarColumn { Width = 24 },
            new PercentageColumn(),
            new RemainingTimeColumn(),
            new SpinnerColumn())
        .StartAsync(context => work(new SpectreProgress(context)));

    public IProgressTask Start(string title, long total)
    {
        var task = _context.AddTask(Markup.Escape(title), autoStart: true, maxValue: Math.Max(1, total));
        task.IsIndeterminate = total == 0;
        return new Bar(task, title);
    }

    public void Message(string line) => AnsiConsole.WriteLine(line);

    public void Warning(string line) => AnsiConsole.MarkupLineInterpolated($"[yellow]warning:[/] {line}");

    private sealed class Bar(ProgressTask task, string title) : IProgressTask
    {
        public void Report(long done, string? detail)
        {
            task.Value = done;
            if (detail is not null)
            {
                task.Description = Markup.Escape($"{title}  {detail}");
            }
        }

        public void Dispose() => task.StopTask();
    }
}
