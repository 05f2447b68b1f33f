namespace Mainstay.Capture;

/// <summary>A part of a sentence that says one thing, with the days that it says taken out.</summary>
internal sealed class Clause
{
    private static readonly HashSet<string> Articles = [.. "a an the my our ein eine einen das die den der".Split(' ')];

    private readonly List<Piece> words = [];
    private readonly NamesKnown names;
    private readonly Grammar grammar;
    private readonly Func<string, bool> isMentioned;
    private readonly NameReading reading;

    /// <param name="pieces">Its words and signs.</param>
    /// <param name="spans">The days and lengths of time among them.</param>
    /// <param name="sentence">What is known and spoken.</param>
    public Clause(IReadOnlyList<Piece> pieces, IReadOnlyList<SaidSpan> spans, Spoken sentence)
    {
        (Pieces, Spans, names, grammar, isMentioned) = (pieces, spans, sentence.Names, sentence.Grammar, sentence.IsMentioned);
        for (var at = 0; at < pieces.Count; at++)
            if (spans.FirstOrDefault(s => s.From == at) is { } span) at = span.To - 1;
            else words.Add(pieces[at]);
        reading = new(words, names, grammar);
    }

    public IReadOnlyList<Piece> Pieces { get; }

    public IReadOnlyList<SaidSpan> Spans { get; }

    /// <summary>What it says as days that there are not, but for what is said in what was learned.</summary>
    public IEnumerable<SaidSpan> NoDays => Spans.Where(s => s.IsNoDay && (Learned is null || Pieces[s.From].At < Learned.At || Pieces[s.From].At >= Learned.End));

    public int Count => words.Count;

    public IReadOnlyList<Piece> Words => words;

    public bool HasContext { get; init; }

    /// <summary>Where it may really begin: behind small words like "and I".</summary>
    public IEnumerable<int> Begins => Enumerable.Range(0, Count).TakeWhile(at => at == 0 || IsLead(at - 1));

    /// <summary>What it says was learned, when that is all it says.</summary>
    public Learned? Learned { get; init; }

    public bool Says(Phrase phrase, int at)
    {
        if (at + phrase.Words.Length > words.Count) return false;
        for (var i = 0; i < phrase.Words.Length; i++)
            if (!Phrase.Is(phrase.Words[i], words[at + i].Fold) || (words[at + i].IsCapital && names.Knows(words[at + i].Fold))) return false;
        return true;
    }

    /// <summary>The names from a word on; for "she" nobody by name.</summary>
    public (List<string> Names, int To)? NamesAt(int at, string wanted)
    {
        if (wanted == "THEY" && at < words.Count && grammar.Has("they", words[at].Fold)) return HasContext ? ([], at + 1) : null;
        if (reading.Several(at, wanted == "WHO") is not { } several) return null;
        if (wanted == "WHOSE") return words[several.To - 1].Fold.EndsWith("'s", StringComparison.Ordinal) ? several : null;
        return wanted == "WHO" || several.Names.TrueForAll(n => names.Answers(n) || isMentioned(n)) || (wanted == "THEY" && several.Names.TrueForAll(n => n.Contains(' ', StringComparison.Ordinal) || at + 1 < words.Count)) ? several : null;
    }

    /// <summary>A word that only describes: it names nobody and denies nothing.</summary>
    public bool IsPlain(int at) => words[at].IsWord && !grammar.Has("deny", words[at].Fold) && !grammar.Has("verb", words[at].Fold) && (!grammar.Has("lead", words[at].Fold) || Articles.Contains(words[at].Fold)) && !(words[at].IsCapital && names.Knows(words[at].Fold));

    /// <summary>Whether somebody of the network is called so.</summary>
    public bool KnowsName(int at) => names.Knows(words[at].Fold);

    /// <summary>A word with which a clause within this one begins: "that", "because".</summary>
    public bool IsSubordinate(int at) => grammar.Has("subordinates", words[at].Fold);

    public bool IsEnd(int at) => words.Skip(at).All(w => !w.IsWord);

    /// <summary>The word after what is called by a name of its own: "Acme", "Bank of England".</summary>
    public int ProperFrom(int at)
    {
        const int Most = 5;
        var to = at;
        while (to < words.Count && to - at < Most)
            if (words[to].IsWord && words[to].IsCapital) to++;
            else if (to > at && to + 1 < words.Count && words[to].Fold is "of" or "&" or "for" or "und" or "fur" or "der" && to + 1 < words.Count && words[to + 1].IsCapital) to += 2;
            else break;
        return to;
    }

    public bool IsLead(int at) => at < words.Count && (!words[at].IsWord || (grammar.Has("lead", words[at].Fold) && !(words[at].IsCapital && names.Knows(words[at].Fold))));
}

/// <summary>What a sentence is read with.</summary>
internal sealed record Spoken(Grammar Grammar, NamesKnown Names, Func<string, bool> IsMentioned, Func<bool> HasContext);
