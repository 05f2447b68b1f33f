using Mainstay.Words;

namespace Mainstay.Cards;

/// <summary>A card, and whether anybody can look at it.</summary>
/// <param name="It">The card.</param>
/// <param name="Until">Until when its address is good, or was; null when it has none.</param>
/// <param name="IsOn">Who has its address sees it.</param>
/// <param name="UntilDay">The same as a day of the owner's.</param>
public sealed record CardLine(Card It, DateTime? Until, bool IsOn, DateOnly? UntilDay)
{
    /// <summary>"On until …".</summary>
    public Reason State => (IsOn, UntilDay) switch
    {
        (true, _) => new("Cards.IsOn", UntilDay),
        (_, { } day) => new("Cards.HasEnded", day),
        _ => new("Cards.IsOff"),
    };
}
