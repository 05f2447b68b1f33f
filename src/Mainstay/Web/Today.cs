namespace Mainstay.Web;

/// <summary>Chooses what a day says: at most seven cards, nobody twice, within the owner's time. The same inputs give the same cards in the same order.</summary>
public static class Today
{
    public const int MostCards = 7;

    /// <summary>So many of them are kept for people whose time has come, as long as there are any.</summary>
    private const int KeptForPeople = 2;

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
        var (cards, people, minutes) = (dealt.Select(c => (c.Kind, c.Subject)).ToHashSet(), dealt.Select(c => c.PersonId).OfType<Guid>().ToHashSet(), dealt.Sum(c => c.Minutes));
        var kept = KeptFor(worth, dealt);
        var chosen = new HashSet<TodayItem>();
        // Once with places kept for people; what they cannot take, for want of time, goes to the others after all.
        foreach (var (item, places) in worth.Select(i => (i, true)).Concat(worth.Select(i => (i, false))))
        {
            if (dealt.Count + chosen.Count >= MostCards) break;
            var mine = kept.Contains(item);
            if (places && !mine && dealt.Count + chosen.Count + kept.Count(k => !chosen.Contains(k)) >= MostCards) continue;
            if (cards.Contains((item.Kind, item.Subject)) || (item.PersonId is { } known && people.Contains(known))) continue;
            if (minutes + item.Minutes > minutesLeft && item.Minutes > 0 && dealt.Count + chosen.Count > 0) continue;
            chosen.Add(item);
            minutes += item.Minutes;
            if (item.PersonId is { } person) people.Add(person);
        }
        return [.. worth.Where(chosen.Contains)];
    }

    /// <summary>The most pressing of those whose time has come, as many as have places kept: however much else there is to do, the day names somebody. Who is named by a more pressing card has that one.</summary>
    private static HashSet<TodayItem> KeptFor(IReadOnlyList<TodayItem> worth, IReadOnlyCollection<DealtCard> dealt)
    {
        var kinds = worth.Where(i => i.IsReachingOut).Select(i => i.Kind).ToHashSet();
        var (cards, people) = (dealt.Select(c => (c.Kind, c.Subject)).ToHashSet(), dealt.Select(c => c.PersonId).OfType<Guid>().ToHashSet());
        return [.. worth.DistinctBy(i => i.PersonId ?? i.Subject).Where(i => i.IsReachingOut && !cards.Contains((i.Kind, i.Subject)) && !(i.PersonId is { } id && people.Contains(id))).Take(Math.Max(0, KeptForPeople - dealt.Count(c => kinds.Contains(c.Kind))))];
    }

    /// <summary>Of what was dealt, what is still worth saying and was not put aside.</summary>
    public static IReadOnlyList<TodayItem> Shown(IReadOnlyList<TodayItem> worth, IEnumerable<DealtCard> dealt)
    {
        var cards = dealt.Where(c => !c.Dismissed).Select(c => (c.Kind, c.Subject)).ToHashSet();
        return [.. worth.Where(i => cards.Contains((i.Kind, i.Subject)))];
    }
}
