namespace Mainstay.Web;

/// <summary>Chooses what a day says: at most seven cards, nobody twice, within the owner's time. The same inputs give the same cards in the same order.</summary>
public static class Today
{
    public const int MostCards = 7;

    /// <summary>The most pressing first.</summary>
    public static IReadOnlyList<TodayItem> InOrder(IEnumerable<TodayItem> items) =>
    [
        .. items.OrderByDescending(i => i.Priority).ThenBy(i => i.PersonName, StringComparer.Ordinal).ThenBy(i => i.Kind, StringComparer.Ordinal).ThenBy(i => i.Subject),
    ];

    /// <summary>What is dealt beside what was dealt already. A dealt card keeps its place and its minutes when it is done, so that nothing replaces it.</summary>
    /// <param name="worth">What is worth saying, in order.</param>
    /// <param name="dealt">The day's cards so far.</param>
    /// <param name="minutesLeft">The owner's time for them all; null for no limit. The first card comes anyway.</param>
    public static IReadOnlyList<TodayItem> Choose(IReadOnlyList<TodayItem> worth, IReadOnlyCollection<DealtCard> dealt, int? minutesLeft)
    {
        var chosen = new List<TodayItem>();
        var cards = dealt.Select(c => (c.Kind, c.Subject)).ToHashSet();
        var people = dealt.Select(c => c.PersonId).OfType<Guid>().ToHashSet();
        var minutes = dealt.Sum(c => c.Minutes);
        foreach (var item in worth)
        {
            if (dealt.Count + chosen.Count >= MostCards) break;
            if (cards.Contains((item.Kind, item.Subject)) || (item.PersonId is { } known && people.Contains(known))) continue;
            if (minutes + item.Minutes > minutesLeft && item.Minutes > 0 && dealt.Count + chosen.Count > 0) continue;
            chosen.Add(item);
            minutes += item.Minutes;
            if (item.PersonId is { } person) people.Add(person);
        }
        return chosen;
    }

    /// <summary>Of what was dealt, what is still worth saying and was not put aside.</summary>
    public static IReadOnlyList<TodayItem> Shown(IReadOnlyList<TodayItem> worth, IEnumerable<DealtCard> dealt)
    {
        var cards = dealt.Where(c => !c.Dismissed).Select(c => (c.Kind, c.Subject)).ToHashSet();
        return [.. worth.Where(i => cards.Contains((i.Kind, i.Subject)))];
    }
}
