namespace Mainstay.Capture;

/// <summary>Finds names in a sentence: of people who are known as they are typed, of others by their capital letters.</summary>
/// <param name="words">The words of a clause.</param>
/// <param name="names">Who is known.</param>
/// <param name="grammar">What else the words may be.</param>
internal sealed class NameReading(IReadOnlyList<Piece> words, NamesKnown names, Grammar grammar)
{
    private const int MostWords = 4, MostNames = 30;

    private static readonly HashSet<string> Titles = [.. "dr prof professor mr mrs ms miss sir herr herrn frau fr hr".Split(' ')];
    private static readonly HashSet<string> Particles = [.. "van von de der den da di del della la le bin al ter zu dos".Split(' ')];

    /// <summary>A name that begins here, and the word after it.</summary>
    public (string Name, int To)? One(int at)
    {
        var first = at;
        while (Titles.Contains(Fold(first)) && Word(first)!.IsCapital) first = Fold(first + 1) == "." ? first + 2 : first + 1;
        if (!IsNamey(first, isFirst: true)) return null;
        var to = Longest(first);
        var known = to;
        while (known > first && !names.Answers(Text(first, known))) known--;
        // Of "Ana Silva Stripe" the first two are somebody; of "Ana Kovac" the first alone is not who is meant.
        if (known > first && known < to && known - first > 1) to = known;
        return (Text(first, to), to);
    }

    /// <summary>One name or several: "Ana and Bo", "Ana, Bo &amp; Cy".</summary>
    public (List<string> Names, int To)? Several(int at)
    {
        if (One(at) is not { } first) return null;
        var (all, to) = (new List<string> { first.Name }, first.To);
        while (all.Count < MostNames && Next(to) is { } next)
        {
            all.Add(next.Name);
            to = next.To;
        }
        return (all, to);
    }

    /// <summary>Whether a comma here stands between two names of a list, not between two clauses.</summary>
    public bool IsListComma(int comma) => One(comma + 1) is { } next && !IsVerb(next.To) && comma > 0 && IsNamey(comma - 1, isFirst: true)
        && (IsJoin(next.To) || Fold(next.To) == "," && One(next.To + 1) is { } || (names.Knows(Fold(comma + 1)) && names.Answers(next.Name)));

    private (string Name, int To)? Next(int to)
    {
        var at = to;
        if (Fold(at) == ",") at++;
        var joined = IsJoin(at);
        if (joined) at++;
        if (at == to) return null;
        return One(at) is { } next && (joined || !IsVerb(next.To)) ? next : null; // "met Ana, Bo promised": two clauses
    }

    private int Longest(int first)
    {
        var to = first + 1;
        while (to < words.Count && to - first < MostWords && !IsPossessive(to - 1))
        {
            if (Fold(to) == "." && words[to - 1].Text.Length == 1 && words[to - 1].IsCapital) to++;
            else if (Particles.Contains(Fold(to)) && !words[to].IsCapital && to + 1 < words.Count && words[to + 1].IsCapital && IsNamey(to + 1, isFirst: false)) to += 2;
            else if (IsNamey(to, isFirst: false) && (words[to].IsCapital || names.Answers(Text(first, to + 1)))) to++;
            else break;
        }
        return to;
    }

    private bool IsNamey(int at, bool isFirst)
    {
        if (Word(at) is not { IsWord: true } word || !char.IsLetter(word.Text[0])) return false;
        var fold = Bare(word);
        if (names.Knows(fold) && (word.IsCapital || !grammar.Common.Contains(fold))) return true;
        if (isFirst && names.KnowsInitials(word.Text)) return true;
        return word.IsCapital && !grammar.Common.Contains(fold) && (isFirst || !DayWords.Months.ContainsKey(fold)) && !DayWords.Weekdays.ContainsKey(fold);
    }

    private bool IsPossessive(int at) => Bare(words[at]) != words[at].Fold;

    /// <summary>Without the ending of "Ana's" and "Anas".</summary>
    private string Bare(Piece word)
    {
        if (word.Fold.EndsWith("'s", StringComparison.Ordinal)) return word.Fold[..^2];
        return word.Fold.Length > 3 && word.Fold[^1] == 's' && !names.Knows(word.Fold) && names.Knows(word.Fold[..^1]) && word.IsCapital ? word.Fold[..^1] : word.Fold;
    }

    private bool IsJoin(int at) => Fold(at) is "and" or "&" or "+" or "und" or "u" or "sowie";

    private bool IsVerb(int at) => grammar.Has("verb", Fold(at));

    private string Text(int from, int to) => string.Join(' ', Enumerable.Range(from, to - from).Select(i => words[i]).Where(w => w.Text != ".").Select(w => w.Text[..(w.Text.Length - (w.Fold.Length - Bare(w).Length))]));

    private Piece? Word(int at) => at >= 0 && at < words.Count ? words[at] : null;

    private string Fold(int at) => Word(at)?.Fold ?? "";
}
