using Mainstay.Algorithms.Text;
using Mainstay.People;

namespace Mainstay.Capture;

/// <summary>A person as names are looked up.</summary>
public sealed record KnownName(Guid Id, string Name, string? Nickname);

/// <summary>Everybody who may be named, found by the words of their names.</summary>
public sealed class NamesKnown
{
    private const int MostCandidates = 8, MostRemembered = 200;

    private readonly Dictionary<string, List<KnownName>> byWord = new(StringComparer.Ordinal);
    private HashSet<string>? initials;
    private readonly Dictionary<string, Whom> remembered = new(StringComparer.Ordinal);

    public NamesKnown(IEnumerable<KnownName> people)
    {
        foreach (var person in people)
            foreach (var word in WordsOf(person.Name).Concat(WordsOf(person.Nickname ?? "")).Distinct())
            {
                if (!byWord.TryGetValue(word, out var list)) byWord[word] = list = [];
                list.Add(person);
            }
    }

    /// <summary>Whether somebody's name holds this folded word.</summary>
    public bool Knows(string word) => byWord.ContainsKey(word);

    /// <summary>Whether it is two or three capitals with which somebody's names begin.</summary>
    public bool KnowsInitials(string typed) => IsInitials(typed) && (initials ??= [.. All().Select(p => Initials(p.Name))]).Contains(Folding.Fold(typed));

    /// <summary>Whether somebody answers to all of this.</summary>
    public bool Answers(string name) => Called(name).Count > 0;

    /// <summary>Who is meant by a name.</summary>
    public Whom Of(string typed)
    {
        if (remembered.TryGetValue(typed, out var before)) return before;
        var whom = Called(typed) is { Count: > 0 } called ? Among(typed, called) : Near(typed);
        if (remembered.Count < MostRemembered) remembered[typed] = whom;
        return whom;
    }

    private List<(KnownName Person, int How)> Called(string typed)
    {
        var words = WordsOf(typed);
        if (words.Length == 0) return [];
        var some = words.Where(byWord.ContainsKey).Select(w => byWord[w]).OrderBy(l => l.Count).FirstOrDefault() ?? [];
        var answering = some.Select(p => (Person: p, How: PersonNames.Answers(p.Name, p.Nickname, typed))).Where(p => p.How is not null).Select(p => (p.Person, How: p.How!.Value)).ToList();
        return answering.Count == 0 ? answering : answering.FindAll(a => a.How == answering.Min(b => b.How));
    }

    private static Whom Among(string typed, List<(KnownName Person, int How)> called)
    {
        var sure = called is [(_, 0 or 1)] || (called.Count == 1 && WordsOf(typed) is [_, .., { Length: 1 }]); // one by the beginning of a name is likely, and still to be said
        var why = called[0].How switch { 0 => "Capture.CalledSo", 1 => "Capture.CalledAlso", _ => "Capture.BeginsSo" };
        var all = called.OrderBy(c => c.Person.Name, StringComparer.Ordinal).ThenBy(c => c.Person.Id).Select(c => new Candidate(c.Person.Id, c.Person.Name, new(why, typed))).ToList();
        return sure ? new() { Typed = typed, Person = all[0] } : new() { Typed = typed, Candidates = all };
    }

    /// <summary>Nobody is called so: who is spelled alike, begins so, or has these initials.</summary>
    private Whom Near(string typed)
    {
        var folded = Folding.Fold(typed).Trim();
        var near = WordsOf(typed) switch
        {
            [var one] when IsInitials(typed) => All().Where(p => Initials(p.Name) == one).Select(p => (Person: p, Why: "Capture.Initials")),
            [var one] => All().Where(p => WordsOf(p.Name).Any(w => IsAlike(w, one))).Select(p => (Person: p, Why: "Capture.SpelledAlike"))
                .Concat(All().Where(p => one.Length >= 3 && WordsOf(p.Name).Any(w => w.StartsWith(one, StringComparison.Ordinal))).Select(p => (Person: p, Why: "Capture.BeginsSo"))),
            _ => All().Where(p => IsAlikeInAll(p.Name, folded)).Select(p => (Person: p, Why: "Capture.SpelledAlike")),
        };
        return new() { Typed = typed, Candidates = [.. near.DistinctBy(n => n.Person.Id).OrderBy(n => n.Person.Name, StringComparer.Ordinal).Take(MostCandidates).Select(n => new Candidate(n.Person.Id, n.Person.Name, new(n.Why, typed)))] };
    }

    private IEnumerable<KnownName> All() => byWord.Values.SelectMany(l => l).DistinctBy(p => p.Id);

    private static bool IsAlike(string word, string typed) => word.Length >= 3 && typed.Length >= 3 && EditDistance.Within(word, typed, Math.Max(word.Length, typed.Length) >= 7 ? 2 : 1) is not null && (word.Length >= 4 || typed.Length >= 4);

    /// <summary>Every typed word is a word of the name, but for one that is spelled alike or an initial.</summary>
    private static bool IsAlikeInAll(string name, string folded)
    {
        var (words, typed) = (WordsOf(name), WordsOf(folded));
        if (typed.Length > words.Length) return false;
        return typed.All(t => words.Any(w => w == t || IsAlike(w, t) || (t.Length == 1 && w.StartsWith(t, StringComparison.Ordinal)))) && typed.Count(words.Contains) >= typed.Length - 1;
    }

    private static bool IsInitials(string typed) => typed.Length is 2 or 3 && typed.All(char.IsUpper);

    private static string Initials(string name) => string.Concat(WordsOf(name).Select(w => w[0]));

    private static string[] WordsOf(string name) => Folding.Fold(name).Split([' ', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries);
}
