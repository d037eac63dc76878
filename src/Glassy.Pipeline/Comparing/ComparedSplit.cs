namespace Glassy.Comparing;

/// <summary>On which pictures two runs are compared.</summary>
public enum ComparedSplit
{
    /// <summary>Those held out of training, on which is chosen.</summary>
    Validation,

    /// <summary>Those kept until the end: each comparison on them is a look that counts.</summary>
    Test,
}
