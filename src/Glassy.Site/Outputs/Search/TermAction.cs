namespace Glassy.Outputs.Search;

/// <summary>Receives a term.</summary>
/// <param name="term">Valid only during the call.</param>
/// <param name="isWord">Whether it is a word by itself, and not one that has parts, nor a pair of Chinese or Japanese characters.</param>
public delegate void TermAction(ReadOnlySpan<char> term, bool isWord);
