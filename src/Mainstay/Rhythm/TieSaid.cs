using System.ComponentModel;

namespace Mainstay.Rhythm;

/// <summary>What the owner said of a tie, as programs are told of it with the person.</summary>
public sealed record TieSaid(
    [property: Description("As which layer it counts; null as its own.")] Layer? Importance,
    [property: Description("How close you feel, 1 to 5.")] int? Closeness,
    [property: Description("How much you trust them; the owner's alone, as the two that follow.")] HowMuch? Trust,
    [property: Description("How willing they are to help.")] HowMuch? Willing,
    [property: Description("How far they are ahead of you.")] HowMuch? Standing)
{
    public static TieSaid Of(Tie tie) => new(tie.CountsAs, tie.Closeness, tie.Trust, tie.Willing, tie.Standing);
}
