namespace Mainstay.Capture;

/// <summary>Where the words of what was learned end: the hashtags behind them are its topics, and "yesterday" may be its day.</summary>
internal sealed record LearnedTail(int To, DaySaid? Day, IReadOnlyList<string> Topics)
{
    private const int LongestTag = 50;

    /// <param name="pieces">Its words and signs.</param>
    /// <param name="spans">The days and hashtags among them.</param>
    /// <param name="range">Where what was learned lies.</param>
    /// <param name="tomorrow">The day after today.</param>
    /// <param name="isMarked">It stands behind a colon: then a day at its end is its own, unless set apart.</param>
    public static LearnedTail Of(IReadOnlyList<Piece> pieces, IReadOnlyList<SaidSpan> spans, (int From, int To) range, DateOnly tomorrow, bool isMarked)
    {
        var (to, day, topics) = (range.To, (DaySaid?)null, new List<string>());
        while (true)
        {
            while (to > range.From && pieces[to - 1].Text is "," or "-" or "–" or "—" or ":") to--;
            var isClosed = to > range.From && pieces[to - 1].Text == ")";
            if (spans.FirstOrDefault(s => s.To == (isClosed ? to - 1 : to) && s.From >= range.From) is not { } span) break;
            var isBracketed = isClosed && span.From > range.From && pieces[span.From - 1].Text == "(";
            if (isClosed != isBracketed) break;
            var isApart = isBracketed || (span.From > range.From && pieces[span.From - 1].Text is "," or "-" or "–" or "—");
            if (span.Topic is { } topic) topics.Insert(0, topic);
            else if (day is null && span.IsBefore(tomorrow) && (isApart || !isMarked)) day = span.Day;
            else break;
            to = isBracketed ? span.From - 1 : span.From;
        }
        return new(to, day, topics);
    }

    /// <summary>The hashtags: "#contracts", "#notice_period". "#1" is a number, "C#" a language.</summary>
    public static List<SaidSpan> Tags(IReadOnlyList<Piece> pieces)
    {
        var tags = new List<SaidSpan>();
        for (var at = 0; at < pieces.Count; at++)
        {
            if (pieces[at].Text != "#" || (at > 0 && pieces[at - 1].End == pieces[at].At && pieces[at - 1].Text != "(")) continue;
            var to = at + 1;
            while (to < pieces.Count && pieces[to].At == pieces[to - 1].End && (pieces[to].IsWord || pieces[to].Text is "_" or "-")) to++;
            var word = string.Concat(pieces.Take(to).Skip(at + 1).Select(p => p.Text)).Replace('_', ' ').Trim(' ', '-');
            if (word.Any(char.IsLetter) && word.Length <= LongestTag) tags.Add(new(at, to) { Topic = word });
        }
        return tags;
    }
}
