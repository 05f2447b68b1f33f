using Mainstay.Algorithms.Text;

namespace Mainstay.Capture;

/// <summary>What a clause may look like, as the grammar writes it: words, <c>one|other</c>, <c>perhaps?</c>, <c>two_words</c>, <c>*ending</c>, <c>&lt;class&gt;</c>, and what is named.</summary>
/// <remarks>
/// <c>WHO</c> one name or several; <c>WHOSE</c> the same in "Tom's"; <c>KNOWN</c> names of whom the line or the network knows; <c>THEY</c> a name or "she" of whom was named last;
/// <c>TEXT</c>, <c>ORG</c>, <c>ROLE</c>, <c>PLACE</c> as many words as it takes; <c>ANY</c> the same, kept as it is; <c>PART</c> the same, as far as no clause begins in it;
/// <c>ADJ</c> up to three words that name and deny nothing;
/// <c>&amp;&lt;class&gt;</c> looks ahead; <c>END</c> nothing may follow.
/// </remarks>
internal sealed class Pattern
{
    private const int MostAdjectives = 3;

    private readonly Element[] elements;

    private Pattern(Element[] elements) => this.elements = elements;

    /// <summary>Every single word that it says, folded.</summary>
    public IEnumerable<string> Words => elements.SelectMany(e => e.Phrases).SelectMany(p => p.Words);

    public static Pattern Of(string written, IReadOnlyDictionary<string, IReadOnlyList<Phrase>> classes) =>
        new([.. written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(e => ElementOf(e, classes))]);

    /// <summary>How the clause fits from a word on; null when it does not.</summary>
    public Fit? Match(Clause clause, int from)
    {
        var fit = new Fit();
        return Match(clause, 0, from, fit) ? fit : null;
    }

    private bool Match(Clause clause, int element, int at, Fit fit)
    {
        if (element == elements.Length)
        {
            fit.To = at;
            return true;
        }
        var wanted = elements[element];
        if (Takes(clause, element, at, fit)) return true;
        return wanted.IsOptional && Match(clause, element + 1, at, fit);
    }

    private bool Takes(Clause clause, int element, int at, Fit fit)
    {
        var wanted = elements[element];
        switch (wanted.Kind)
        {
            case ElementKind.Literal:
                foreach (var phrase in wanted.Phrases)
                    if (clause.Says(phrase, at) && Match(clause, element + 1, at + phrase.Words.Length, fit))
                    {
                        fit.Way ??= phrase.Way;
                        fit.Used(at, at + phrase.Words.Length);
                        return true;
                    }
                return false;
            case ElementKind.Ahead:
                return wanted.Phrases.Any(p => clause.Says(p, at)) && Match(clause, element + 1, at, fit);
            case ElementKind.End:
                return clause.IsEnd(at) && Match(clause, element + 1, at, fit);
            case ElementKind.Names:
                if (clause.NamesAt(at, wanted.Name) is not { } names || !Match(clause, element + 1, names.To, fit)) return false;
                fit.People.InsertRange(0, names.Names);
                fit.Used(at, names.To);
                fit.Named = names.To;
                return true;
            default:
                return Stretches(clause, element, at, fit);
        }
    }

    private bool Stretches(Clause clause, int element, int at, Fit fit)
    {
        var wanted = elements[element];
        var isProper = wanted.Name is "ORG" or "PLACE";
        var isGreedy = element == elements.Length - 1 && wanted.Name != "ADJ";
        var most = isProper ? clause.ProperFrom(at) : clause.Count;
        for (var to = isProper || isGreedy ? most : at; to <= most; to++)
        {
            if (isProper && to == at) return false;
            if (wanted.Name == "ADJ" && (to - at > MostAdjectives || (to > at && !clause.IsPlain(to - 1)))) return false;
            if (wanted.Name == "PART" && to > at && clause.IsSubordinate(to - 1)) return false;
            if (!Match(clause, element + 1, to, fit)) continue;
            if (wanted.Name is "TEXT" or "ORG" or "ROLE" or "PLACE") fit.Texts[wanted.Name] = (at, to);
            if (wanted.Name is not ("ANY" or "PART")) fit.Used(at, to);
            return true;
        }
        return false;
    }

    private static Element ElementOf(string written, IReadOnlyDictionary<string, IReadOnlyList<Phrase>> classes)
    {
        var optional = written.Length > 1 && written[^1] == '?';
        var body = optional ? written[..^1] : written;
        if (body is "WHO" or "WHOSE" or "KNOWN" or "THEY") return new(ElementKind.Names, body, optional, []);
        if (body is "TEXT" or "ORG" or "ROLE" or "PLACE" or "ANY" or "PART" or "ADJ") return new(ElementKind.Stretch, body, optional, []);
        if (body == "END") return new(ElementKind.End, body, optional, []);
        var ahead = body[0] == '&';
        var phrases = (ahead ? body[1..] : body).Split('|').SelectMany(p => p[0] == '<' ? classes[p[1..^1]] : [Phrase.Of(p)]).OrderByDescending(p => p.Words.Length).ToArray();
        return new(ahead ? ElementKind.Ahead : ElementKind.Literal, body, optional, phrases);
    }

    private enum ElementKind { Literal, Ahead, End, Names, Stretch }

    private sealed record Element(ElementKind Kind, string Name, bool IsOptional, Phrase[] Phrases);
}

/// <summary>Words that belong together, folded, and the way of being in touch that they say.</summary>
internal sealed record Phrase(string[] Words, string? Way)
{
    /// <summary>Whether a word is the one that the grammar writes, or ends so: <c>*n't</c>.</summary>
    public static bool Is(string written, string word) => written[0] == '*' ? word.Length >= written.Length && word.AsSpan().EndsWith(written.AsSpan(1), StringComparison.Ordinal) : word == written;

    public static Phrase Of(string written, string? way = null) => new([.. written.Split('_').Select(Folding.Fold)], way);
}

/// <summary>How a clause fits a pattern.</summary>
internal sealed class Fit
{
    public List<string> People { get; } = [];

    public string? Way { get; set; }

    public int To { get; set; }

    /// <summary>The word after the first that it names.</summary>
    public int Named { get; set; }

    public Dictionary<string, (int From, int To)> Texts { get; } = [];

    public HashSet<int> Words { get; } = [];

    public void Used(int from, int to)
    {
        for (var at = from; at < to; at++) Words.Add(at);
    }
}
