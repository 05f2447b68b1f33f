using Mainstay.Rhythm;

namespace Mainstay.Introductions;

/// <summary>How well a tie may open a door: moderately weak ones opened most (Rajkumar et al. 2022). Only for opportunities; who comforts or encourages is rather close. Its constants are judgements.</summary>
public static class OpportunityFit
{
    /// <summary>With so many mutual contacts a tie opens most doors.</summary>
    private const int Best = 10;

    /// <summary>From so strong a tie on it is no loose one.</summary>
    private const double Strong = .5;

    /// <summary>Whoever is in the core or close layer, or strongly tied, is near: no loose tie, and nobody needs to stand between.</summary>
    public static bool IsNear(Layer layer, double strength) => layer is Layer.Core or Layer.Close || strength >= Strong;

    /// <summary>f(m) · (1 − S), 0 to 1 (models.md §3.5).</summary>
    /// <param name="mutual">How many of the owner's people know them, as far as it is noted, 0 or more.</param>
    /// <param name="strength">Of the owner's tie with them, 0 to 1.</param>
    public static double Of(int mutual, double strength) => OfMutual(mutual) * (1 - strength);

    /// <summary>Rises to 1 with ten mutual contacts, and falls slowly after.</summary>
    public static double OfMutual(int mutual)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mutual);
        var ratio = (mutual + 1.0) / (Best + 1);
        return ratio * Math.Exp(1 - ratio);
    }
}
