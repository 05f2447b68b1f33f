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
            while (to > range.From && IsSign(pieces[to - 1])) to--;
            if (spans.FirstOrDefault(s => s.To == to && s.From >= range.From) is not { } span) break;
            var isApart = IsBracketed(pieces, span) || (span.From > range.From && IsSign(pieces[span.From - 1]));
            if (span.Topic is { } topic) topics.Insert(0, topic);
            else if (day is null && span.IsBefore(tomorrow) && (isApart || !isMarked)) day = span.Day;
            else break;
            to = span.From;
        }
        return new(to, day, topics);
    }

    /// <summary>Where its words begin, behind the hashtags and the day before them and the signs that set those apart. Behind a colon a day is its own, unless in brackets.</summary>
    public static int Lead(IReadOnlyList<Piece> pieces, IReadOnlyList<SaidSpan> spans, (int From, int To) range, DateOnly tomorrow, bool isMarked)
    {
        var at = range.From;
        while (at < range.To)
        {
            if (spans.FirstOrDefault(s => s.From == at && (s.Topic is not null || (s.IsBefore(tomorrow) && (!isMarked || IsBracketed(pieces, s))))) is { } led) at = led.To;
            else if (pieces[at].Text == "," || (IsSign(pieces[at]) && spans.Any(s => s.To == at))) at++;
            else break;
        }
        return at;
    }

    /// <summary>The days and hashtags, with the brackets that stand around one: "(yesterday)".</summary>
    public static List<SaidSpan> WithBrackets(IReadOnlyList<Piece> pieces, IEnumerable<SaidSpan> spans) =>
        [.. spans.Select(s => s.From > 0 && s.To < pieces.Count && pieces[s.From - 1].Text == "(" && pieces[s.To].Text == ")" ? s with { From = s.From - 1, To = s.To + 1 } : s)];

    /// <summary>The hashtags: "#contracts", "#notice_period". "#1" is a number, "C#" a language.</summary>
    public static List<SaidSpan> Tags(IReadOnlyList<Piece> pieces)
    {
        var tags = new List<SaidSpan>();
        for (var at = 0; at < pieces.Count; at++)
        {
            if (pieces[at].Text != "#" || (at > 0 && pieces[at - 1].End == pieces[at].At && pieces[at - 1].Text != "(")) continue;
            var to = at + 1;
            while (to < pieces.Count && pieces[to].At == pieces[to - 1].End && (pieces[to].IsWord || pieces[to].Text is "_" or "-")) to++;
            var word = string.Concat(pieces.Take(to).Skip(at + 1).Select(p => p.Word)).Replace('_', ' ').Trim(' ', '-');
            if (word.Any(char.IsLetter) && word.Length <= LongestTag) tags.Add(new(at, to) { Topic = word });
        }
        return tags;
    }

    private static bool IsBracketed(IReadOnlyList<Piece> pieces, SaidSpan span) => pieces[span.From].Text == "(";

    private static bool IsSign(Piece piece) => piece.Text is "," or "-" or "–" or "—" or ":";
}
