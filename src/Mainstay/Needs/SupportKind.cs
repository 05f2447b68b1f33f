namespace Mainstay.Needs;

/// <summary>The eight kinds of support, after House (1981), Kram (1985) and the ISEL.</summary>
public enum SupportKind
{
    Emotional = 0,
    Guidance = 1,
    Knowledge = 2,
    Accountability = 3,
    Opportunities = 4,
    Collaboration = 5,
    Encouragement = 6,
    Community = 7,
}

/// <summary>How well somebody can meet a need.</summary>
public enum Ability { None = 0, Maybe = 1, Good = 2, Excellent = 3 }
