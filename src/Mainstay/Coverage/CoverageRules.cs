using Mainstay.Needs;

namespace Mainstay.Coverage;

/// <summary>The numbers on which the map rests (models.md 2.3). They are judgement, not measurement; no study validates them.</summary>
public sealed record CoverageRules
{
    public static readonly CoverageRules Usual = new();

    /// <summary>Below this a need is a gap.</summary>
    public double Gap { get; init; } = .5;

    /// <summary>With a second helper less likely than this, it is thin.</summary>
    public double Thin { get; init; } = .3;

    /// <summary>Whoever takes this much of a thin need's coverage with them is its single point of failure.</summary>
    public double SinglePoint { get; init; } = .25;

    /// <summary>More than this much of all coverage hangs on one person.</summary>
    public double Critical { get; init; } = .25;

    /// <summary>More than this share of all expected help comes from one person.</summary>
    public double Share { get; init; } = .35;

    /// <summary>Reliance is named only from so many supporters on: whoever has two leans on both.</summary>
    public int FewestForReliance { get; init; } = 5;

    /// <summary>So many of those who were only gathered count for a need. They may all be wrong for the same reason: twenty acquaintances of whom nobody ever said a word are not one sure helper.</summary>
    public int MostInferred { get; init; } = 3;

    /// <summary>How surely somebody who agreed would help.</summary>
    public double Agreed { get; init; } = .9;

    /// <summary>An agreement keeps a tie at least so alive while it runs.</summary>
    public double AliveByAgreement { get; init; } = .8;

    /// <summary>What is taken of a tie without a day of contact.</summary>
    public double AliveUnknown { get; init; } = .8;

    public double AbilityOf(Ability ability) => ability switch { Ability.Maybe => .3, Ability.Good => .6, Ability.Excellent => .9, _ => 0 };

    /// <summary>How surely somebody would, who can: as they agreed, as the owner named them, or as it was gathered.</summary>
    public double WillingnessOf(SupportBasis basis, double strength) => basis switch
    {
        SupportBasis.Agreed => Agreed,
        SupportBasis.Said => .35 + .6 * strength,
        _ => .1 + .8 * strength,
    };
}
