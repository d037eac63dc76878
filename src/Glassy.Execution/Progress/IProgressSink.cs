namespace Glassy.Progress;

/// <summary>Where work that takes longer than a second says how far it has come. Safe to call from any thread.</summary>
public interface IProgressSink
{
    /// <summary>Begins one piece of work; disposing it ends it.</summary>
    /// <param name="title">What is being done: "Training", "Downloading train-images-idx3-ubyte.gz".</param>
    /// <param name="total">How many units it takes (batches, bytes, pictures, pages); 0 when that is not known.</param>
    IProgressTask Start(string title, long total);

    /// <summary>One line that a person should read now, such as an epoch's result.</summary>
    void Message(string line);

    /// <summary>One line of warning.</summary>
    void Warning(string line);
}
