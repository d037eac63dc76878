using Glassy.Execution;

namespace Glassy.Tests;

/// <summary>A pipeline wired in one expression.</summary>
internal sealed class TestPipeline : Pipeline
{
    public TestPipeline(string name, params string[] dependencies)
    {
        Name = name;
        Dependencies = [.. dependencies];
    }

    public override string Name { get; }

    public TestPipeline Do(Phase phase, Func<IExecutionContext, IReadOnlyList<Document>> work) =>
        DoAsync(phase, context => Task.FromResult(work(context)));

    public TestPipeline DoAsync(Phase phase, Func<IExecutionContext, Task<IReadOnlyList<Document>>> work)
    {
        var module = new DelegateModule(work);
        return phase switch
        {
            Phase.Input => new TestPipeline(this) { InputModules = [.. InputModules, module] },
            Phase.Process => new TestPipeline(this) { ProcessModules = [.. ProcessModules, module] },
            Phase.PostProcess => new TestPipeline(this) { PostProcessModules = [.. PostProcessModules, module] },
            _ => new TestPipeline(this) { OutputModules = [.. OutputModules, module] },
        };
    }

    private TestPipeline(TestPipeline other)
        : this(other.Name, [.. other.Dependencies])
    {
        InputModules = other.InputModules;
        ProcessModules = other.ProcessModules;
        PostProcessModules = other.PostProcessModules;
        OutputModules = other.OutputModules;
    }

    private sealed class DelegateModule(Func<IExecutionContext, Task<IReadOnlyList<Document>>> work) : IModule
    {
        public Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context) => work(context);
    }
}

/// <summary>A pipeline with a result, wired in one expression.</summary>
internal sealed class TestPipeline<TResult>(
    string name,
    IModule<TResult> module,
    Phase phase = Phase.Process) : Pipeline<TResult>(module, phase)
    where TResult : class?
{
    public TestPipeline(string name, Func<IExecutionContext, TResult> make, Phase phase = Phase.Process)
        : this(name, new Maker(make), phase)
    {
    }

    public override string Name => name;

    private sealed class Maker(Func<IExecutionContext, TResult> make) : IModule<TResult>
    {
        public Task<(TResult Result, IReadOnlyList<Document> Documents)> ExecuteAsync(IExecutionContext context) =>
            Task.FromResult((make(context), context.Inputs));
    }
}
