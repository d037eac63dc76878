using System.Collections.Concurrent;
using Glassy.Diagnostics;
using Glassy.Execution;

namespace Glassy.Tests;

public sealed class EngineTests
{
    private static readonly Phase[] Phases = [Phase.Input, Phase.Process, Phase.PostProcess, Phase.Output];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Process_waits_for_dependencies_PostProcess_for_every_Process_and_Output_for_every_PostProcess()
    {
        var log = new ConcurrentQueue<string>();
        TestPipeline Logged(TestPipeline pipeline, int slowness) =>
            Phases.Aggregate(pipeline, (p, phase) => p.DoAsync(phase, async context =>
            {
                await Task.Delay(slowness, context.CancellationToken);
                log.Enqueue($"{p.Name}.{phase}");
                return context.Inputs;
            }));

        await Bootstrapper.Create()
            .AddPipeline(Logged(new TestPipeline("Pages", "Runs"), 1))
            .AddPipeline(Logged(new TestPipeline("Runs"), 30))
            .AddPipeline(Logged(new TestPipeline("Assets"), 10))
            .RunAsync(Token);

        var order = log.ToList();
        Assert.Equal(12, order.Count);
        Assert.True(order.IndexOf("Runs.Process") < order.IndexOf("Pages.Process"));
        Assert.True(order.FindLastIndex(e => e.EndsWith(".Process", StringComparison.Ordinal)) < order.FindIndex(
            e => e.EndsWith(".PostProcess", StringComparison.Ordinal)));
        Assert.True(order.FindLastIndex(e => e.EndsWith(".PostProcess", StringComparison.Ordinal)) < order.FindIndex(
            e => e.EndsWith(".Output", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Documents_flow_from_module_to_module_and_from_phase_to_phase()
    {
        Document? written = null;
        var pipeline = new TestPipeline("Pages")
            .Do(Phase.Input, _ => [new Document { Source = "a" }])
            .Do(Phase.Process, c => [c.Inputs.Single().WithText("b")])
            .Do(Phase.Process, c => [c.Inputs.Single() with { Destination = "c" }])
            .Do(Phase.Output, c => [written = c.Inputs.Single()]);

        await Bootstrapper.Create().AddPipeline(pipeline).RunAsync(Token);

        Assert.Equal(("a", "b", "c"), (written!.Source, written.Text, written.Destination));
    }

    [Fact]
    public async Task Reading_an_undeclared_dependency_names_the_missing_line()
    {
        var reads = new TestPipeline("Pages").Do(Phase.Process, c => c.Outputs.FromPipeline("Runs"));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Bootstrapper.Create()
            .AddPipeline(new TestPipeline("Runs"))
            .AddPipeline(reads)
            .RunAsync(Token));

        Assert.Contains("Dependencies = [nameof(Runs)]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declared_dependency_and_in_PostProcess_every_pipeline_can_be_read()
    {
        var seen = new ConcurrentDictionary<Phase, int>();
        IReadOnlyList<Document> Count(IExecutionContext c, string from)
        {
            seen[c.Phase] = c.Outputs.FromPipeline(from).Count;
            return c.Inputs;
        }

        await Bootstrapper.Create()
            .AddPipeline(
                new TestPipeline("Pages", "Runs").Do(Phase.Process, c => Count(c, "Runs")).Do(Phase.PostProcess, c => Count(c, "Assets")))
            .AddPipeline(new TestPipeline("Runs").Do(Phase.Process, _ => [new Document()]))
            .AddPipeline(new TestPipeline("Assets").Do(Phase.Process, _ => [new Document(), new Document()]))
            .RunAsync(Token);

        Assert.Equal((1, 2), (seen[Phase.Process], seen[Phase.PostProcess]));
    }

    [Fact]
    public async Task A_cycle_is_named()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Bootstrapper.Create()
            .AddPipeline(new TestPipeline("A", "B"))
            .AddPipeline(new TestPipeline("B", "A"))
            .RunAsync(Token));

        Assert.Contains("A → B → A", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dependency_that_does_not_exist_is_named_with_those_that_do()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Bootstrapper.Create()
            .AddPipeline(new TestPipeline("Pages", "Runz"))
            .RunAsync(Token));

        Assert.Contains("'Runz', which does not exist; there are: Pages", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_unexpected_exception_cancels_every_other_pipeline_and_is_the_one_thrown()
    {
        var cancelled = false;
        var begun = new TaskCompletionSource();
        var slow = new TestPipeline("Slow").DoAsync(Phase.Process, async c =>
        {
            begun.SetResult();
            try
            {
                await Task.Delay(TimeSpan.FromMinutes(1), c.CancellationToken);
            }
            catch (OperationCanceledException)
            {
                cancelled = true;
                throw;
            }

            return [];
        });

        var error = await Assert.ThrowsAsync<FormatException>(() => Bootstrapper.Create()
            .AddPipeline(slow)
            .AddPipeline(new TestPipeline("Bad").DoAsync(Phase.Process, async _ =>
            {
                await begun.Task;
                throw new FormatException("boom");
            }))
            .RunAsync(Token));

        Assert.Equal("boom", error.Message);
        Assert.True(cancelled);
    }

    [Fact]
    public async Task Mistakes_are_collected_from_all_pipelines_and_nothing_is_written()
    {
        var written = false;
        TestPipeline Reports(string name) => new TestPipeline(name)
            .Do(Phase.Process, c =>
            {
                c.Report(Diagnostic.Error("second", "b.md", 2, 1));
                c.Report(Diagnostic.Error("first", "a.md", 9, 1));
                return [];
            })
            .Do(Phase.Output, _ =>
            {
                written = true;
                return [];
            });

        var result = await Bootstrapper.Create().AddPipeline(Reports("A")).AddPipeline(Reports("B")).RunAsync(Token);

        Assert.True(result.Failed);
        Assert.False(written);
        Assert.Equal(["a.md:9:1: first", "b.md:2:1: second"], result.Diagnostics.Select(d => d.ToString()));
    }

    [Fact]
    public async Task Warnings_do_not_keep_the_site_from_being_written()
    {
        var written = false;
        var pipeline = new TestPipeline("A").Do(Phase.Output, c =>
        {
            written = true;
            return [];
        }).Do(Phase.Input, c =>
        {
            c.Report(Diagnostic.Warning("beware"));
            return [];
        });

        var result = await Bootstrapper.Create().AddPipeline(pipeline).RunAsync(Token);

        Assert.False(result.Failed);
        Assert.True(written);
    }

    [Fact]
    public async Task A_mistake_that_ends_a_pipeline_cancels_the_rest_and_is_a_diagnostic_not_an_exception()
    {
        var ends = new TestPipeline("Dataset").Do(
            Phase.Process, _ => throw new DiagnosticException(Diagnostic.Error("no data", "data/x.gz")));
        var ran = false;
        var dependent = new TestPipeline("Runs", "Dataset").Do(Phase.Process, _ =>
        {
            ran = true;
            return [];
        });

        var result = await Bootstrapper.Create().AddPipeline(ends).AddPipeline(dependent).RunAsync(Token);

        Assert.Equal("data/x.gz: no data", Assert.Single(result.Diagnostics).ToString());
        Assert.False(ran);
    }

    [Fact]
    public async Task An_interruption_before_Output_is_thrown_and_nothing_is_written()
    {
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var written = false;
        var pipeline = new TestPipeline("A")
            .Do(Phase.PostProcess, c =>
            {
                interrupt.Cancel();
                return c.Inputs;
            })
            .Do(Phase.Output, c =>
            {
                written = true;
                return c.Inputs;
            });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Bootstrapper.Create().AddPipeline(pipeline).RunAsync(interrupt.Token));
        Assert.False(written);
    }

    [Theory]
    [InlineData(Phase.Input)]
    [InlineData(Phase.Process)]
    [InlineData(Phase.PostProcess)]
    public async Task An_interruption_reaches_the_module_that_works_and_no_later_one_begins(Phase phase)
    {
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var (reached, later) = (false, false);
        var pipeline = new TestPipeline("A")
            .Do(phase, c =>
            {
                interrupt.Cancel();
                reached = c.CancellationToken.IsCancellationRequested;
                return c.Inputs;
            })
            .Do(phase, c =>
            {
                later = true;
                return c.Inputs;
            });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Bootstrapper.Create().AddPipeline(pipeline).RunAsync(interrupt.Token));
        Assert.Equal((true, false), (reached, later));
    }

    [Fact]
    public async Task An_interruption_in_Output_is_not_heeded()
    {
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var (reached, later) = (true, false);
        var pipeline = new TestPipeline("A")
            .Do(Phase.Output, c =>
            {
                interrupt.Cancel();
                reached = c.CancellationToken.IsCancellationRequested;
                return c.Inputs;
            })
            .Do(Phase.Output, c =>
            {
                later = true;
                return c.Inputs;
            });

        await Bootstrapper.Create().AddPipeline(pipeline).RunAsync(interrupt.Token);
        Assert.Equal((false, true), (reached, later));
    }

    [Fact]
    public async Task No_result_is_made_after_an_interruption()
    {
        var made = false;
        var pipeline = new TestPipeline<Figures>("A", _ =>
        {
            made = true;
            return new Figures("x");
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Bootstrapper.Create().AddPipeline(pipeline).RunAsync(new CancellationToken(canceled: true)));
        Assert.False(made);
    }

    [Fact]
    public async Task Parallel_work_ends_when_it_is_cancelled()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var done = 0;
        var work = Enumerable.Range(0, 100_000).ToList().SelectParallelAsync(
            i =>
            {
                cancellation.Cancel();
                return Interlocked.Increment(ref done);
            },
            cancellation.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        Assert.InRange(done, 1, 99_999);
    }

    [Fact]
    public async Task Parallel_work_keeps_the_documents_order()
    {
        var inputs = Enumerable.Range(0, 200).ToList();

        var results = await inputs.SelectParallelAsync(
            i =>
            {
                Thread.SpinWait(i % 7 * 1000);
                return i * i;
            },
            Token);

        Assert.Equal(inputs.Select(i => i * i), results);
    }

    [Fact]
    public void Two_pipelines_of_one_name_are_refused() =>
        Assert.Throws<ArgumentException>(() => Bootstrapper.Create().AddPipeline(new TestPipeline("A")).AddPipeline(new TestPipeline("A")));

    [Fact]
    public async Task A_typed_result_is_read_by_its_type_with_the_documents_beside_it()
    {
        string? seen = null;
        var files = 0;
        var result = await Bootstrapper.Create()
            .AddPipeline(new TestPipeline("Pages", "Runs").Do(Phase.Process, c =>
            {
                (seen, files) = (c.Outputs.Of<Figures>().Text, c.Outputs.FromPipeline("Runs").Count);
                return c.Inputs;
            }))
            .AddPipeline(new FigureFiles())
            .RunAsync(Token);

        Assert.Equal(("97 %", 2), (seen, files));
        Assert.Equal("97 %", result.Of<Figures>()?.Text);
        Assert.Contains(result.Durations, duration => duration is { Pipeline: "Runs", Phase: Phase.Process });
    }

    [Fact]
    public async Task A_result_is_made_in_its_phase()
    {
        var phases = new List<Phase>();
        await Bootstrapper.Create().AddPipeline(new TestPipeline<Figures>("Site", c =>
        {
            phases.Add(c.Phase);
            return new Figures("x");
        }, Phase.Output)).RunAsync(Token);

        Assert.Equal([Phase.Output], phases);
    }

    [Fact]
    public async Task A_result_may_be_nothing_where_its_type_says_so()
    {
        var seen = new Figures("?");
        var result = await Bootstrapper.Create()
            .AddPipeline(new TestPipeline<Figures?>("Runs", _ => null))
            .AddPipeline(new TestPipeline("Pages", "Runs").Do(Phase.Process, c =>
            {
                seen = c.Outputs.Of<Figures?>();
                return c.Inputs;
            }))
            .RunAsync(Token);

        Assert.Null(seen);
        Assert.Null(result.Of<Figures>());
    }

    [Fact]
    public async Task Reading_the_result_of_an_undeclared_dependency_names_the_missing_line()
    {
        var message = await MessageOfReading(new TestPipeline<Figures>("Runs", _ => new Figures("x")), new TestPipeline("Pages"));

        Assert.Equal(
            "Pipeline 'Pages' reads 'Runs' without depending on it; add to its constructor: Dependencies = [nameof(Runs)]", message);
    }

    [Fact]
    public async Task A_result_that_nobody_makes_or_that_is_made_later_is_named()
    {
        Assert.Equal(
            "Pipeline 'Pages' reads a Figures, which no pipeline makes.",
            await MessageOfReading(new TestPipeline("Runs"), new TestPipeline("Pages")));
        Assert.Equal(
            "Pipeline 'Pages' reads the Figures of 'Site' before it is made.",
            await MessageOfReading(
                new TestPipeline<Figures>("Site", _ => new Figures("x"), Phase.Output), new TestPipeline("Pages", "Site")));
    }

    [Fact]
    public void Two_pipelines_of_one_result_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Bootstrapper.Create()
            .AddPipeline(new TestPipeline<Figures>("A", _ => new Figures("x")))
            .AddPipeline(new TestPipeline<Figures>("B", _ => new Figures("x"))));

        Assert.StartsWith("Two pipelines make a Figures: 'A' and 'B'.", error.Message, StringComparison.Ordinal);
    }

    private static async Task<string> MessageOfReading(Pipeline maker, TestPipeline reader) =>
        (await Assert.ThrowsAsync<InvalidOperationException>(() => Bootstrapper.Create()
            .AddPipeline(maker)
            .AddPipeline(reader.Do(Phase.Process, c =>
            {
                _ = c.Outputs.Of<Figures>();
                return c.Inputs;
            }))
            .RunAsync(Token))).Message;

    private sealed record Figures(string Text);

    /// <summary>A result made from the phase's inputs, whose own modules then make files of it.</summary>
    private sealed class FigureFiles : Pipeline<Figures>
    {
        public FigureFiles()
            : base(new Reader())
        {
            InputModules = [new Append(_ => "97 %")];
            ProcessModules = [new Append(c => c.Outputs.Of<Figures>().Text)];
        }

        public override string Name => "Runs";

        private sealed class Reader : IModule<Figures>
        {
            public Task<(Figures Result, IReadOnlyList<Document> Documents)> ExecuteAsync(IExecutionContext context) =>
                Task.FromResult((new Figures(context.Inputs.Single().Text), context.Inputs));
        }

        private sealed class Append(Func<IExecutionContext, string> text) : IModule
        {
            public Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context) =>
                Task.FromResult<IReadOnlyList<Document>>([.. context.Inputs, new Document().WithText(text(context))]);
        }
    }
}
