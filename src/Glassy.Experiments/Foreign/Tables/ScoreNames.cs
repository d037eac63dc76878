using Glassy.Metrics;

namespace Glassy.Foreign.Tables;

/// <summary>What files call the scores of all classes together, and the column of one.</summary>
internal static class ScoreNames
{
    /// <summary>Before a class' name it makes the name of its column: <c>prob_cat</c>.</summary>
    public const string Prefix = "prob_";

    private static readonly string[] Names = ["probabilities", "logits", "scores"];

    /// <summary>In words, for messages.</summary>
    public static string Expected { get; } = string.Join(", ", Names);

    public static bool Recognises(string name) => Names.Contains(name);

    /// <summary>What such a name says; null for one that leaves it open.</summary>
    public static ScoreKind? KindOf(string name) => name switch
    {
        "probabilities" => ScoreKind.Probabilities,
        "logits" => ScoreKind.Logits,
        _ => null,
    };
}
