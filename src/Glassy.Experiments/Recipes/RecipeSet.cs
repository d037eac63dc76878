namespace Glassy.Recipes;

/// <summary>When the runs of a recipe are made.</summary>
public enum RecipeSet
{
    /// <summary>By every build that lacks them.</summary>
    Quick,

    /// <summary>Only when it is asked for (<c>--runs full</c>); pages show those that are recorded.</summary>
    Full,
}
