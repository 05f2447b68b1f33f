namespace Mainstay.Capture;

/// <summary>Finds names in a sentence: of people who are known as they are typed, of others by their capital letters.</summary>
/// <param name="words">The words of a clause.</param>
/// <param name="names">Who is known.</param>
/// <param name="grammar">What else the words may be.</param>
internal sealed class NameReading(IReadOnlyList<Piece> words, NamesKnown names, Grammar grammar)
{
    private const int MostWords = 4, MostNames = 30, MostBetween = 2;

    private static readonly HashSet<string> Titles = [.. "dr prof professor mr mrs ms miss sir herr herrn frau fr hr".Split(' ')];
    private static readonly HashSet<string> Particles = [.. "van von de der den da di del della la le bin al ter zu dos".Split(' ')];

    /// <summary>A name that begins here, and the word after it.</summary>
    /// <param name="at">Where it begins.</param>
    /// <param name="mayBeKin">In "Ana's friend Judy" it is Judy; else Ana.</param>
    public (string Name, int To)? One(int at, bool mayBeKin = true)
    {
        var start = mayBeKin ? PastKin(at) : at;
        var first = start;
        while (Titles.Contains(Fold(first)) && Word(first)!.IsCapital) first = Fold(first + 1) == "." ? first + 2 : first + 1;
        if (!IsNamey(first, isFirst: true, hasTitle: first > start)) return null;
        var to = Longest(first);
        var known = to;
        while (known > first && !names.Answers(Text(first, known))) known--;
        // Of "Ana Silva Stripe" the first two are somebody; of "Ana Kovac" the first alone is not who is meant.
        if (known > first && known < to && known - first > 1) to = known;
        return (Text(first, to), to);
    }

    /// <summary>One name or several: "Ana and Bo", "Ana, Bo &amp; Cy".</summary>
    public (List<string> Names, int To)? Several(int at, bool mayBeKin = true)
    {
        if (One(at, mayBeKin) is not { } first) return null;
        var (all, to) = (new List<string> { first.Name }, first.To);
        while (all.Count < MostNames && Next(to) is { } next)
        {
            all.Add(next.Name);
            to = next.To;
        }
        return (all, to);
    }

    /// <summary>Whether a comma here stands between two names of a list, not between two clauses.</summary>
    public bool IsListComma(int comma)
    {
        if (comma == 0 || !IsNamey(comma - 1, isFirst: true)) return false;
        if (IsJoin(comma + 1)) return One(comma + 2) is { } last && !IsPossessive(last.To - 1) && !IsVerb(last.To) && (IsListed(comma) || MayEnd(last.To));
        return One(comma + 1) is { } next && !IsVerb(next.To)
            && (IsJoin(next.To) || (Fold(next.To) == "," && (IsJoin(next.To + 1) || One(next.To + 1) is not null)) || (names.Knows(Fold(comma + 1)) && names.Answers(next.Name)));
    }

    /// <summary>Whether the name before a comma stands behind another name and comma: "Ana, Bo, and Cy".</summary>
    private bool IsListed(int comma)
    {
        var at = comma - 1;
        while (at > 0 && IsNamey(at, isFirst: true)) at--;
        return Fold(at) == "," && at > 0 && IsNamey(at - 1, isFirst: true);
    }

    /// <summary>Whether a list of names may end before a word: "yesterday" and "at", not what somebody "thinks".</summary>
    private bool MayEnd(int at) => Word(at) is not { IsWord: true } word || IsJoin(at) || char.IsAsciiDigit(word.Word[0])
        || (grammar.Common.Contains(word.Fold) && !grammar.Has("deny", word.Fold) && !grammar.Has("past", word.Fold) && !grammar.Has("irregular", word.Fold) && !word.Fold.EndsWith("ed", StringComparison.Ordinal));

    private (string Name, int To)? Next(int to)
    {
        var at = to;
        if (Fold(at) == ",") at++;
        var joined = IsJoin(at);
        if (joined) at++;
        if (at == to) return null;
        return One(at) is { } next && (joined || !IsVerb(next.To)) ? next : null; // "met Ana, Bo promised": two clauses
    }

    /// <summary>Behind "my friend", "mom's colleague" and "Nachbarin" stands who is meant.</summary>
    private int PastKin(int at)
    {
        var kin = at;
        if (grammar.Has("whose", Fold(kin)) || Fold(kin).EndsWith("'s", StringComparison.Ordinal))
        {
            kin++;
            while (grammar.Has("kind", Fold(kin))) kin++;
        }
        return grammar.Has("kin", Fold(kin)) && Word(kin + 1) is { IsCapital: true } && (Titles.Contains(Fold(kin + 1)) || IsNamey(kin + 1, isFirst: true)) ? kin + 1 : at;
    }

    private int Longest(int first)
    {
        var to = first + 1;
        while (to < words.Count && to - first < MostWords && !IsPossessive(to - 1))
        {
            if (Fold(to) == "." && words[to - 1].Word.Length == 1 && words[to - 1].IsCapital) to++;
            else if (Particles.Contains(Fold(to)) && !words[to].IsCapital && to + 1 < words.Count && words[to + 1].IsCapital && IsNamey(to + 1, isFirst: false)) to += 2;
            else if (IsNamey(to, isFirst: false) && (words[to].IsCapital || names.Answers(Text(first, to + 1))) && IsBeside(to)) to++;
            else break;
        }
        return to;
    }

    /// <summary>Whether no day stood between it and the word before; and nothing quoted begins with it, but for what somebody is called: Robert "Bob" Miller.</summary>
    private bool IsBeside(int at) => words[at].At - words[at - 1].End <= MostBetween && (!words[at].Opens || (words[at].Closes && IsNamey(at + 1, isFirst: false) && words[at + 1].IsCapital));

    private bool IsNamey(int at, bool isFirst, bool hasTitle = false)
    {
        if (Word(at) is not { IsWord: true } word || !char.IsLetter(word.Word[0])) return false;
        var fold = Bare(word);
        if (names.Knows(fold) && (word.IsCapital || !grammar.Common.Contains(fold))) return true;
        if (isFirst && names.KnowsInitials(word.Word)) return true;
        if (!word.IsCapital || (!hasTitle && IsNoun(fold))) return false;
        return (!grammar.Common.Contains(fold) || (!isFirst && grammar.Has("surname", fold))) && (isFirst || !DayWords.Months.ContainsKey(fold)) && !DayWords.Weekdays.ContainsKey(fold);
    }

    /// <summary>In German a capital letter alone makes no name: "Prüfung", "Zahnarzttermin".</summary>
    private bool IsNoun(string fold) => grammar.Has("noun", fold) && !grammar.Has("named", fold);

    private bool IsPossessive(int at) => Bare(words[at]) != words[at].Fold;

    /// <summary>Without the ending of "Ana's" and "Anas".</summary>
    private string Bare(Piece word)
    {
        if (word.Fold.EndsWith("'s", StringComparison.Ordinal)) return word.Fold[..^2];
        return word.Fold.Length > 3 && word.Fold[^1] == 's' && !names.Knows(word.Fold) && names.Knows(word.Fold[..^1]) && word.IsCapital ? word.Fold[..^1] : word.Fold;
    }

    private bool IsJoin(int at) => Fold(at) is "and" or "&" or "+" or "und" or "u" or "sowie";

    private bool IsVerb(int at) => grammar.Has("verb", Fold(at));

    private string Text(int from, int to) => string.Join(' ', Enumerable.Range(from, to - from).Select(i => words[i]).Where(w => w.Text != ".").Select(w => w.Word[..(w.Word.Length - (w.Fold.Length - Bare(w).Length))]));

    private Piece? Word(int at) => at >= 0 && at < words.Count ? words[at] : null;

    private string Fold(int at) => Word(at)?.Fold ?? "";
}
