using System.Globalization;
using Mainstay.Words;

namespace Mainstay.Capture;

/// <summary>Reads one line: into sentences, their clauses, and what each says by the first rule of the grammar that fits.</summary>
public static class LineReader
{
    /// <summary>What is longer is no line; it is refused with a sentence, and stays where it was typed.</summary>
    public const int MostLetters = 2_000;

    private const int MostClauseWords = 120;

    /// <param name="line">As it was typed.</param>
    /// <param name="today">The owner's day.</param>
    /// <param name="culture">The language that decides what could be either, and whether 5/12 is a day of May.</param>
    /// <param name="names">Who may be named.</param>
    public static Reading Read(string line, DateOnly today, CultureInfo culture, NamesKnown names)
    {
        if (line.Length > MostLetters) return new() { Problems = new Problems().When(true, "line", "Capture.LongLine", MostLetters, line.Length) };
        if (string.IsNullOrWhiteSpace(line)) return new() { Problems = new Problems().When(true, "line", "Capture.EmptyLine") };
        var saying = new Saying(line, today, names);
        var own = culture.TwoLetterISOLanguageName == "de" ? Grammar.German : Grammar.English;
        var monthFirst = culture.DateTimeFormat.ShortDatePattern.StartsWith('M');
        foreach (var sentence in Sentences(Piece.Of(line)))
        {
            var grammar = LanguageOf(sentence);
            saying.Begin();
            foreach (var clause in Clauses(sentence, new(grammar ?? own, names, saying.IsMentioned, () => saying.HasContext), today, monthFirst)) saying.Say(clause(saying.HasContext), grammar is null ? [own, own.Other] : [grammar]);
        }
        return saying.Read();
    }

    /// <summary>The language of more of the words that only one of them has; null when it may be either.</summary>
    private static Grammar? LanguageOf(IReadOnlyList<Piece> sentence)
    {
        int Words(Grammar one, Grammar other) => sentence.Count(p => one.Common.Contains(p.Fold) && !other.Common.Contains(p.Fold));
        var (english, german) = (Words(Grammar.English, Grammar.German), Words(Grammar.German, Grammar.English));
        return english == german ? null : english > german ? Grammar.English : Grammar.German;
    }

    private static IEnumerable<IReadOnlyList<Piece>> Sentences(IReadOnlyList<Piece> pieces)
    {
        var (from, quoted) = (0, -1);
        for (var at = 0; at < pieces.Count; at++)
        {
            if (at > quoted && Quoted.End(pieces, at) is { } end) quoted = end;
            if (at < quoted) continue; // "Who moved my cheese?" is promised in one sentence
            var isEnd = pieces[at].Text is ";" or "!" or "?" or "•" || (pieces[at].Text == "." && EndsSentence(pieces, at));
            if (!isEnd) continue;
            if (at > from) yield return [.. pieces.Take(at).Skip(from)];
            from = at + 1;
        }
        if (from < pieces.Count) yield return [.. pieces.Skip(from)];
    }

    /// <summary>Not after a title, an initial or a number with its month.</summary>
    private static bool EndsSentence(IReadOnlyList<Piece> pieces, int at)
    {
        if (at == 0 || at + 1 == pieces.Count) return true;
        var before = pieces[at - 1];
        if (pieces[at + 1].At == pieces[at].End) return false;
        if (before.Fold is "dr" or "prof" or "mr" or "mrs" or "ms" or "st" or "hr" or "fr" or "ca" or "vs" || (before.Word.Length == 1 && before.IsCapital && before.Word != "I")) return false;
        return !(before.Word.Length <= 2 && before.Word.All(char.IsAsciiDigit) && (DayWords.Months.ContainsKey(pieces[at + 1].Fold) || before.At > 0 && pieces[Math.Max(0, at - 2)].Fold is "am" or "zum" or "den" or "dem"));
    }

    private static IEnumerable<Func<bool, Clause>> Clauses(IReadOnlyList<Piece> sentence, Spoken spoken, DateOnly today, bool monthFirst)
    {
        var spans = Spans(sentence, today, monthFirst).ToList();
        var (from, names) = (0, new NameReading(sentence, spoken.Names, spoken.Grammar));
        var learnings = new LearnedReading(sentence, spans, spoken, today);
        Func<bool, Clause> Part(int start, int end, Learned? learned = null) => hasContext => new([.. sentence.Take(end).Skip(start)], [.. spans.Where(s => s.From >= start && s.To <= end).Select(s => s with { From = s.From - start, To = s.To - start })], spoken) { HasContext = hasContext, Learned = learned };
        for (var at = 0; at <= sentence.Count; at++)
        {
            if ((at == from || (at < sentence.Count && Joins(sentence[at - 1]))) && learnings.At(at) is { } learned)
            {
                if (at - 1 > from) yield return Part(from, at - 1);
                yield return Part(at, learned.To, learned.Learned);
                from = at = learned.To;
            }
            if (at < sentence.Count && Quoted.End(sentence, at) is { } closing)
            {
                at = closing; // "Offer, call Ana" is sent, and Ana is not called
                continue;
            }
            if (spans.Find(s => s.From == at) is { } span)
            {
                at = span.To - 1;
                continue;
            }
            var skip = at == sentence.Count ? 0 : Splits(sentence, from, at, spoken.Grammar, names);
            if (at < sentence.Count && skip < 0 && at - from < MostClauseWords) continue;
            var (start, end) = (from, at);
            if (end > start) yield return Part(start, end);
            from = at + Math.Max(skip, 0);
        }
    }

    private static IEnumerable<SaidSpan> Spans(IReadOnlyList<Piece> sentence, DateOnly today, bool monthFirst)
    {
        var (days, lasting) = (new DayReading(sentence, today, monthFirst), new LastingReading(sentence));
        for (var at = 0; at < sentence.Count; at++)
            if (Quoted.End(sentence, at) is { } end) at = end;
            else if ((days.At(at) ?? lasting.At(at)) is { } span)
            {
                yield return span;
                at = span.To - 1;
            }
    }

    /// <summary>"gelernt, dass Ana umzieht" is one clause.</summary>
    private static bool IsHeard(IReadOnlyList<Piece> sentence, int from, int comma, Grammar grammar) =>
        comma + 1 < sentence.Count && sentence[comma + 1].Fold == "dass" && sentence.Take(comma).Skip(from).Any(p => grammar.Has("learns", p.Fold));

    internal static bool Joins(Piece piece) => piece.Fold is "and" or "und" or "then" or "dann" or "but" or "aber";

    /// <summary>How many pieces lie between two clauses here; less than none when it is one clause.</summary>
    private static int Splits(IReadOnlyList<Piece> sentence, int from, int at, Grammar grammar, NameReading names)
    {
        var piece = sentence[at];
        if (piece.Text is "(" or ")" or "–" or "—" or "→" || (piece.Text == "-" && at > 0 && sentence[at - 1].End < piece.At)) return 1;
        if (piece.Text == ",") return (at > 0 && grammar.Has("splits", sentence[at - 1].Fold)) || IsHeard(sentence, from, at, grammar) || names.IsListComma(at) ? -1 : 1;
        if (!Joins(piece) || at + 1 >= sentence.Count || at == 0) return -1;
        var next = sentence[at + 1];
        if (names.One(at + 1) is { } name) return grammar.Has("verb", name.To < sentence.Count ? sentence[name.To].Fold : "") && sentence.Take(at).Skip(from).Any(p => grammar.Has("verb", p.Fold) || grammar.Has("way", p.Fold) || grammar.Has("do", p.Fold)) ? 1 : -1; // "Bo and Ana will …" is one
        if (next.Fold is "ihr" or "ihm" or "ihnen" && sentence[at - 1].IsCapital) return -1; // "Ana und ihr Bruder"
        if (grammar.Has("opens", next.Fold) || grammar.Has("verb", next.Fold)) return 1;
        return grammar.Has("do", next.Fold) && at + 2 < sentence.Count && (names.One(at + 2) is not null || sentence[at + 2].Fold is "the" or "a" or "him" or "her" or "them" or "about" or "with" or "to" or "on") ? 1 : -1;
    }
}
