using System.Globalization;
using System.Text;
using Mainstay.Rhythm;

namespace Mainstay.Capture;

/// <summary>A clause as text: what of it was typed where.</summary>
/// <param name="Line">The whole line.</param>
/// <param name="Clause">The part of it.</param>
/// <param name="Grammar">Its language.</param>
/// <param name="From">The word with which it really begins.</param>
internal sealed record Told(string Line, Clause Clause, Grammar Grammar, int From)
{
    private static readonly HashSet<string> Joins = [.. "and und , : - – but aber then dann".Split(' ')];

    /// <summary>"intro to Cy" is promised to somebody else.</summary>
    private static readonly HashSet<string> Introduces = [.. "intro introduction introduce vorstellung kontakt".Split(' ')];

    /// <summary>Before the day to which something is moved.</summary>
    private static readonly HashSet<string> Towards = [.. "to until till for auf bis".Split(' ')];

    /// <summary>Before what had to be moved: "had to move".</summary>
    private static readonly HashSet<string> Undone = [.. "to move postpone reschedule cancel skip".Split(' ')];

    /// <summary>The classes of words that say that something did not take place as planned.</summary>
    private static readonly string[] Shifting = ["moves", "cancels"];

    private static readonly HashSet<string> Through = [.. "on via over by per uber auf through am in the a".Split(' ')];

    public int? Minutes => Clause.Spans.FirstOrDefault(s => s.Minutes is not null)?.Minutes;

    /// <summary>All of it as it was typed.</summary>
    public string Whole => Joined([.. Clause.Pieces.SkipWhile(p => Joins.Contains(p.Fold))]);

    /// <summary>As it was typed, from a clause before on.</summary>
    public string Since(Told before) => Line[before.Clause.Pieces.SkipWhile(p => Joins.Contains(p.Fold)).First().At..Clause.Pieces[^1].End];

    /// <summary>A day as it was typed.</summary>
    public string Said(SaidSpan span) => Line[Clause.Pieces.Skip(span.From).SkipWhile(p => DayWords.Before.Contains(p.Fold)).First().At..Clause.Pieces[span.To - 1].End];

    /// <summary>What it tells of, without its day.</summary>
    public string Planned => Without((From, Clause.Count), Clause.Spans.FirstOrDefault(s => s.Day is not null));

    /// <summary>The day of a touch; none that is said of something else: "about the launch that was moved to June 2".</summary>
    public SaidSpan? Dated => Clause.Spans.FirstOrDefault(s => s.Day is not null && !IsOfOther(s));

    /// <summary>Whether it says that something was moved or called off.</summary>
    public bool IsShift => Shifts(0);

    /// <summary>It begins as "which was moved" does.</summary>
    public bool Relates => Grammar.Has("relates", Clause.Words[From].Fold);

    /// <summary>What it tells of with those whom it names, before it says that this was moved.</summary>
    public string PlannedWith(Fit fit)
    {
        var (from, to) = (From, fit.Named);
        while (from < fit.Named - 1 && (Grammar.Has("moves", Clause.Words[from].Fold) || Undone.Contains(Clause.Words[from].Fold) || Clause.IsLead(from))) from++;
        while (to < Clause.Count && !Grammar.Has("moves", Clause.Words[to].Fold) && !Grammar.Has("aux", Clause.Words[to].Fold) && !IsTowards(to)) to++;
        while (to > fit.Named && (Clause.Words[to - 1].Fold is "from" or "von" || Grammar.Has("relates", Clause.Words[to - 1].Fold))) to--;
        return Tidy(Text((from, to)));
    }

    /// <summary>The day to which something was moved: "to Friday", "auf Freitag".</summary>
    public DaySaid? MovedTo(Fit fit) => Target(fit)?.Day;

    /// <summary>What it says behind the day to which something was moved, after a comma: ", because he is ill".</summary>
    public string Behind(Fit fit)
    {
        if (Target(fit) is not { } target) return "";
        var moved = Clause.Words.Skip(fit.Named).FirstOrDefault(w => Grammar.Has("moves", w.Fold));
        var text = Tidy(Joined([.. Clause.Pieces.Skip(target.To).Where(p => moved is null || p.At >= moved.End).SkipWhile(p => Grammar.Has("aux", p.Fold))]));
        return text.Length == 0 ? "" : ", " + text;
    }

    private SaidSpan? Target(Fit fit)
    {
        var behind = fit.Named > 0 ? Clause.Words[fit.Named - 1].At : -1;
        return Clause.Spans.LastOrDefault(s => s.Day is not null && Clause.Pieces[s.From].At > behind && (Towards.Contains(Clause.Pieces[s.From].Fold) || (s.From > 0 && Towards.Contains(Clause.Pieces[s.From - 1].Fold))));
    }

    /// <summary>"to" before a day, not in "due to".</summary>
    private bool IsTowards(int at) => Towards.Contains(Clause.Words[at].Fold) && Clause.Spans.Any(s => s.Day is not null && s.From > 0 && Clause.Pieces[s.From - 1].At == Clause.Words[at].At);

    private bool IsOfOther(SaidSpan span) => Enumerable.Range(0, Clause.Count).Any(i => Clause.IsSubordinate(i) && Clause.Words[i].At < Clause.Pieces[span.From].At && Shifts(i));

    private bool Shifts(int from) => Clause.Words.Skip(from).Any(w => Shifting.Any(c => Grammar.Has(c, w.Fold) || Grammar.Other.Has(c, w.Fold)));

    /// <summary>What stands between this clause and the one before.</summary>
    public string Joint => Line[..Clause.Pieces[0].At].TrimEnd() is var before && Clause.Pieces[0].At > 0 && Joins.Contains(Before(before)) ? Before(before) is { Length: 1 } sign ? sign is "-" or "–" ? $" {sign} " : sign + " " : $" {Before(before)} " : ", ";

    /// <summary>What somebody or something is called, without quotation marks.</summary>
    public string Text((int From, int To) range) => Joined([.. Clause.Words.Take(range.To).Skip(range.From).Select(w => new Piece(w.At, w.Word))]);

    public IEnumerable<string> Folds((int From, int To) range) => Clause.Words.Take(range.To).Skip(range.From).Select(w => w.Fold);

    /// <summary>The words of a range and the days between them, but for one.</summary>
    public string Without((int From, int To) range, SaidSpan? span)
    {
        if (range.From >= range.To) return "";
        var (first, final) = (Clause.Words[range.From].At, Clause.Words[range.To - 1].At);
        var isLast = range.To == Clause.Count;
        var kept = new List<Piece>();
        for (var at = 0; at < Clause.Pieces.Count; at++)
        {
            if (span is not null && at >= span.From && at < span.To) continue;
            if (Clause.Pieces[at].At >= first && (isLast || Clause.Pieces[at].At <= final)) kept.Add(Clause.Pieces[at]);
        }
        return Tidy(Joined(Plainly(kept)));
    }

    /// <summary>By which way, and what else is said: of "spoke to Ana on the phone about rent" a call, and "about rent".</summary>
    public (TouchKind Kind, string? Left) Medium(Fit fit, TouchKind otherwise)
    {
        var left = Enumerable.Range(From, Clause.Count - From).Where(i => !fit.Words.Contains(i)).ToList();
        var kind = otherwise;
        if (otherwise is TouchKind.Meeting or TouchKind.Call)
            foreach (var at in left.Where(i => Through.Contains(Clause.Words[i].Fold)).ToList())
            {
                var on = Clause.Words.Count > at + 1 && Clause.Words[at + 1].Fold is "the" or "dem" ? at + 2 : at + 1;
                if (Way(on) is not { } way) continue;
                kind = Enum.Parse<TouchKind>(way.Way!, true);
                left.RemoveAll(i => i >= at && i < on + way.Words.Length);
                break;
            }
        var words = left.SkipWhile(i => Clause.IsLead(i) || Joins.Contains(Clause.Words[i].Fold)).Select(i => Clause.Words[i]);
        var days = Clause.Spans.Where(s => s.Day is not null && IsOfOther(s)).SelectMany(s => Clause.Pieces.Take(s.To).Skip(s.From));
        var text = Tidy(Joined([.. words.Concat(days).OrderBy(p => p.At)]));
        return (kind, text.Length == 0 ? null : text);
    }

    /// <summary>The year of a birthday, if one was said.</summary>
    public int? YearIn(SaidSpan span) => Clause.Pieces.Take(span.To).Skip(span.From).Any(p => p.Word.Split('-', '.', '/').Any(n => n.Length == 4 && n.All(char.IsAsciiDigit))) ? span.Day!.Back.Year : null;

    /// <summary>"turns 40"</summary>
    public int? AgeIn(Fit fit) => Enumerable.Range(0, Clause.Count).Where(i => !fit.Words.Contains(i)).Select(i => int.TryParse(Clause.Words[i].Word, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age is > 0 and < 120 ? age : 0).FirstOrDefault(a => a > 0) is var found and > 0 ? found : null;

    /// <summary>It only is something to do when it is to come: "email Ana".</summary>
    public bool IsCommand((int From, int To) range) => range.From < Clause.Count && Grammar.Has("do", Clause.Words[range.From].Fold);

    /// <summary>Whether a word that wants somebody stands right before this name: "thank Priya", not "buy Dune" or "call HR".</summary>
    public bool IsAsked((int From, int To) range, string name) =>
        Grammar.In("asks").Where(p => Clause.Says(p, range.From)).MaxBy(p => p.Words.Length) is { Words.Length: var length } && range.From + length < range.To
        && Clause.Words[range.From + length] is { IsCapital: true } first && first.Word == name.Split(' ')[0] && !name.All(char.IsUpper);

    /// <summary>The name of whom something is to be done to or with: "ask Bo", "follow up with Ana", "Ana anrufen".</summary>
    public string? Addressee((int From, int To) range, NamesKnown names)
    {
        var reading = new NameReading(Clause.Words, names, Grammar);
        var at = range.From;
        if (Grammar.In("do").Concat(Grammar.In("gives")).Concat(Grammar.In("mydo")).OrderByDescending(p => p.Words.Length).FirstOrDefault(p => Clause.Says(p, at)) is { } verb) at += verb.Words.Length;
        if (at < Clause.Count && (Clause.Words[at].Fold is "with" or "mit" or "an" or "bei" or "von" || (Clause.Words[at].Fold is "to" or "for" && !Introduces.Contains(Clause.Words[range.From].Fold)))) at++;
        if (at < Clause.Count && reading.One(at) is { } name) return name.Name;
        for (; at + 1 < range.To; at++)
            if (Clause.Words[at].Fold is "with" or "to" or "for" or "mit" or "an" or "fur" or "bei" or "von" && reading.One(at + 1) is { } later && Clause.HasContext is false) return later.Name;
        return null;
    }

    private Phrase? Way(int at) => Grammar.In("way").Where(w => w.Way != "meeting").OrderByDescending(w => w.Words.Length).FirstOrDefault(w => Clause.Says(w, at)) ?? (at < Clause.Count && Clause.Words[at].Fold is "phone" or "telefon" ? new([Clause.Words[at].Fold], "call") : null);

    /// <summary>"das Deck zu schicken" is "das Deck schicken", "Ana anzurufen" is "Ana anrufen".</summary>
    private List<Piece> Plainly(List<Piece> pieces)
    {
        if (Grammar != Grammar.German || pieces.Count == 0) return pieces;
        if (pieces.Count > 1 && pieces[^2].Fold == "zu" && pieces[^1].Fold.EndsWith("en", StringComparison.Ordinal)) pieces.RemoveAt(pieces.Count - 2);
        else if (pieces[^1].Fold.IndexOf("zu", 1, StringComparison.Ordinal) is > 0 and <= 6 and var at && !pieces[^1].IsCapital && Grammar.Has("inf", pieces[^1].Fold.Remove(at, 2))) pieces[^1] = pieces[^1] with { Text = pieces[^1].Text.Remove(pieces[^1].Text.IndexOf("zu", 1, StringComparison.Ordinal), 2) };
        return pieces;
    }

    /// <summary>The last word or sign of a text.</summary>
    private static string Before(string text) => text.Length == 0 ? "" : text[^1] is ',' or '-' or '–' ? text[^1..] : text[(text.LastIndexOf(' ') + 1)..];

    private static string Tidy(string text) => text.Trim(' ', ',', ':', '-', '–', ';');

    /// <summary>The pieces with the space that was between them, where they stood side by side.</summary>
    private static string Joined(List<Piece> pieces)
    {
        var text = new StringBuilder();
        for (var at = 0; at < pieces.Count; at++)
        {
            if (at > 0 && (pieces[at - 1].End != pieces[at].At || pieces[at - 1].Text.Length == 0) && pieces[at].Text is not ("," or ":" or ".")) text.Append(' ');
            text.Append(pieces[at].Text);
        }
        return text.ToString();
    }
}
