namespace Glassy.Runs;

/// <summary>What a class' mistakes count in training.</summary>
public enum ClassWeighting
{
    /// <summary>Every picture counts as much as any other.</summary>
    None,

    /// <summary>
    /// Every class counts as much as any other, however many pictures it has (King and Zeng 2001, "Logistic Regression in Rare Events
    /// Data").
    /// </summary>
    Balanced,
}
