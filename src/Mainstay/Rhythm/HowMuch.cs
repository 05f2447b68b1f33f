namespace Mainstay.Rhythm;

/// <summary>How much, in as few steps as one can answer in one tap.</summary>
public enum HowMuch { Not = 0, Somewhat = 1, Much = 2 }

/// <summary>The steps as words and as numbers.</summary>
public static class HowMuches
{
    public static readonly IReadOnlyList<HowMuch> All = [HowMuch.Not, HowMuch.Somewhat, HowMuch.Much];

    /// <summary>The step that is called so; null when none is.</summary>
    public static HowMuch? Named(string name) => Enum.TryParse<HowMuch>(name, true, out var step) && Enum.IsDefined(step) && !int.TryParse(name, out _) ? step : null;

    /// <summary>0 to 1.</summary>
    public static double Share(this HowMuch step) => step switch
    {
        HowMuch.Not => 0,
        HowMuch.Somewhat => .5,
        _ => 1,
    };
}
