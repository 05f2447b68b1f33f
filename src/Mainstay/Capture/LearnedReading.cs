namespace Mainstay.Capture;

/// <summary>What a sentence says was learned.</summary>
/// <param name="From">From whom, by name.</param>
/// <param name="Day">The day that it says.</param>
/// <param name="Topics">Its hashtags.</param>
/// <param name="At">Where its text begins in the line.</param>
/// <param name="End">Where it ends.</param>
internal sealed record Learned(IReadOnlyList<string> From, DaySaid? Day, IReadOnlyList<string> Topics, int At, int End)
{
    /// <summary>It stands behind a colon: all that follows in the sentence is its own.</summary>
    public bool IsMarked { get; init; }

    /// <summary>From whom the line speaks of, when it names nobody.</summary>
    public bool MayBeOfContext { get; init; }

    /// <summary>Said in brackets: what follows goes on with what was said before.</summary>
    public bool IsAside { get; init; }
}

/// <summary>Finds what was learned: "learned from Ana yesterday: ask first #contracts". The rest of the sentence is what was learned, as it was typed: its commas, days and commands are its own.</summary>
/// <param name="sentence">Its words and signs.</param>
/// <param name="spans">The days and lengths of time among them.</param>
/// <param name="spoken">What is known and spoken.</param>
/// <param name="today">The owner's day.</param>
internal sealed class LearnedReading(IReadOnlyList<Piece> sentence, IReadOnlyList<SaidSpan> spans, Spoken spoken, DateOnly today)
{
    /// <summary>One may note in one language what is said in the other.</summary>
    private readonly Grammar[] grammars = [spoken.Grammar, spoken.Grammar.Other];

    private readonly bool isSaid = sentence.Any(p => Speaks(Grammar.English, p) || Speaks(Grammar.German, p));

    /// <summary>What was learned, if the sentence says so from a piece on; and the piece after it.</summary>
    public (Learned Learned, int To)? At(int from)
    {
        if (!isSaid) return null;
        var isAside = from > 0 && sentence[from - 1].Text == "(";
        var to = isAside ? Close(from) : sentence.Count;
        var learned = Read(from, to);
        if (learned is { IsMarked: false } && NextTouch(from, to) is { } touch) (learned, to) = (Read(from, touch), touch);
        return learned is null ? null : (learned with { IsAside = isAside }, to);
    }

    private Learned? Read(int from, int to)
    {
        var isJoined = from > 0 && LineReader.Joins(sentence[from - 1]);
        var pieces = sentence.Take(to).Skip(from).ToList();
        var tags = LearnedTail.Tags(pieces);
        var said = LearnedTail.WithBrackets(pieces, Spans(from, to).Where(s => !tags.Exists(t => s.From < t.To && t.From < s.To)).Concat(tags));
        return grammars.Select(g => Said(new(pieces, said, spoken with { Grammar = g }), g, Opens(from, g), isJoined)).FirstOrDefault(l => l is not null);
    }

    /// <summary>Where a bracket that is open is closed; the end when it never is.</summary>
    private int Close(int from)
    {
        var (to, depth) = (from, 1);
        for (; to < sentence.Count; to++)
        {
            depth += sentence[to].Text switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth == 0) break;
        }
        return to;
    }

    /// <summary>The days and lengths of time of a part, counted from its first piece.</summary>
    private IEnumerable<SaidSpan> Spans(int from, int to) => spans.Where(s => s.From >= from && s.To <= to).Select(s => s with { From = s.From - from, To = s.To - from });

    /// <summary>Where another clause tells of a touch with somebody, or of a promise to them: what was learned ends there, unless it stands behind a colon.</summary>
    private int? NextTouch(int from, int to)
    {
        for (var at = from + 1; at < to; at++)
        {
            if (!LineReader.Joins(sentence[at]) && sentence[at].Text is not ("," or "(" or "-" or "–" or "—")) continue;
            var end = at + 1;
            while (end < to && sentence[end].Text is not ("," or ")")) end++;
            if (IsTouch([.. sentence.Take(end).Skip(at + 1)], [.. Spans(at + 1, end)])) return at;
        }
        return null;
    }

    private bool IsTouch(IReadOnlyList<Piece> pieces, IReadOnlyList<SaidSpan> said)
    {
        foreach (var grammar in grammars)
        {
            var clause = new Clause(pieces, said, spoken with { Grammar = grammar });
            var fits = from rule in grammar.Rules from begin in clause.Begins select (rule.Says, rule.Form.Match(clause, begin)?.People.Count);
            if (fits.FirstOrDefault(f => f.Count > 0) is { Count: > 0 } first) return first.Says is "touch" or "off" or "mine";
        }
        return false;
    }

    /// <summary>By the first rule that fits. In the middle of a sentence "learned" is a part of what it tells, unless a colon follows; and behind "and" no other words begin it.</summary>
    private Learned? Said(Clause clause, Grammar grammar, bool opens, bool isJoined)
    {
        foreach (var rule in grammar.Learned.Where(r => r.More switch { ["first"] => opens, ["context"] => spoken.HasContext(), _ => true }))
            foreach (var begin in clause.Begins.Where(b => !isJoined || grammar.In("learns").Concat(grammar.In("lessons")).Any(w => clause.Says(w, b))))
            {
                if (rule.Form.Match(clause, begin) is not { } fit) continue;
                if (rule.Says != "learned") return null;
                var text = fit.Texts["TEXT"];
                var head = clause.Words.Take(text.From).ToList();
                if (fit.People.Count > 0 && head.Exists(w => w.Fold.EndsWith("'s", StringComparison.Ordinal))) continue; // "from Ana's mistake" is from nobody
                var isMarked = head.Exists(w => w.Text is ":" or "-" or "–" or "—");
                if (!isMarked && grammar.In("vague").Any(v => clause.Says(v, text.From))) return null; // "learned a lot"
                return Of(clause, fit, rule.More is ["whole"] ? (begin, text.To) : text, isMarked);
            }
        return null;
    }

    private Learned? Of(Clause clause, Fit fit, (int From, int To) text, bool isMarked)
    {
        var (first, end) = (text.From == 0 ? 0 : Place(clause, text.From - 1) + 1, text.To < clause.Count ? Place(clause, text.To) : clause.Pieces.Count);
        first = LearnedTail.Lead(clause.Pieces, clause.Spans, (first, end), today.AddDays(1), isMarked);
        var tail = LearnedTail.Of(clause.Pieces, clause.Spans, (first, end), today.AddDays(1), isMarked);
        if (tail.To <= first) return null;
        var before = clause.Spans.Where(s => s.To <= first).ToList();
        return new(fit.People, before.Find(s => s.Day is not null)?.Day ?? tail.Day, [.. before.Select(s => s.Topic).OfType<string>(), .. tail.Topics], clause.Pieces[first].At, clause.Pieces[tail.To - 1].End)
        {
            IsMarked = isMarked,
            MayBeOfContext = clause.Pieces[first].Fold is not ("from" or "von" or "aus"),
        };
    }

    private static bool Speaks(Grammar grammar, Piece piece) => grammar.Has("learns", piece.Fold) || grammar.Has("lessons", piece.Fold) || grammar.Has("til", piece.Fold);

    private static int Place(Clause clause, int word) => clause.Pieces.TakeWhile(p => p.At != clause.Words[word].At).Count();

    /// <summary>Whether nothing but a day and small words lies before it in the sentence.</summary>
    private bool Opens(int from, Grammar grammar) => Enumerable.Range(0, from).All(at => !sentence[at].IsWord || grammar.Has("lead", sentence[at].Fold) || spans.Any(s => s.From <= at && at < s.To));
}
