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
        var day = new Day(worth, dealt, minutesLeft);
        while (day.Next() is { } card) day.Deal(card);
        return [.. worth.Where(day.Chosen.Contains)];
    }

    /// <summary>Of what was dealt, what is still worth saying and was not put aside.</summary>
    public static IReadOnlyList<TodayItem> Shown(IReadOnlyList<TodayItem> worth, IEnumerable<DealtCard> dealt)
    {
        var cards = dealt.Where(c => !c.Dismissed).Select(c => (c.Kind, c.Subject)).ToHashSet();
        return [.. worth.Where(i => cards.Contains((i.Kind, i.Subject)))];
    }

    /// <summary>The places of a day. One rule for each of them: it goes to the most pressing card that has room, but for the last ones, which people whose time has come may still take.</summary>
    private sealed class Day(IReadOnlyList<TodayItem> worth, IReadOnlyCollection<DealtCard> dealt, int? minutesLeft)
    {
        private readonly HashSet<(string, Guid)> cards = [.. dealt.Select(c => (c.Kind, c.Subject))];
        private readonly HashSet<Guid> people = [.. dealt.Select(c => c.PersonId).OfType<Guid>()];
        private int minutes = dealt.Sum(c => c.Minutes), places = MostCards - dealt.Count, given = ForPeople(worth, dealt);

        public HashSet<TodayItem> Chosen { get; } = [];

        /// <summary>What has the next place; null when nothing has.</summary>
        public TodayItem? Next()
        {
            if (places <= 0) return null;
            var open = worth.Where(HasRoom).ToList();
            // Who is named by a more pressing card has that one.
            var reaching = open.DistinctBy(i => i.PersonId ?? i.Subject).Where(i => i.IsReachingOut).ToHashSet();
            var kept = Math.Clamp(KeptForPeople - given, 0, reaching.Count);
            return open.FirstOrDefault(i => places > kept || reaching.Contains(i));
        }

        public void Deal(TodayItem card)
        {
            Chosen.Add(card);
            cards.Add((card.Kind, card.Subject));
            if (card.PersonId is { } person) people.Add(person);
            (minutes, places, given) = (minutes + card.Minutes, places - 1, given + (card.IsReachingOut ? 1 : 0));
        }

        private bool HasRoom(TodayItem item) =>
            !cards.Contains((item.Kind, item.Subject)) && !(item.PersonId is { } person && people.Contains(person)) && (item.Minutes == 0 || places == MostCards || !(minutes + item.Minutes > minutesLeft));

        private static int ForPeople(IReadOnlyList<TodayItem> worth, IReadOnlyCollection<DealtCard> dealt)
        {
            var kinds = worth.Where(i => i.IsReachingOut).Select(i => i.Kind).ToHashSet();
            return dealt.Count(c => kinds.Contains(c.Kind));
        }
    }
}
