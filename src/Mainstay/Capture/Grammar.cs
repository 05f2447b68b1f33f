using System.Collections.Frozen;
using System.Globalization;

namespace Mainstay.Capture;

/// <summary>One line of the grammar: what a clause of this form says.</summary>
/// <param name="Says">What it says: <c>touch</c>, <c>mine</c>, <c>theirs</c>, …</param>
/// <param name="More">More of that: a direction and a kind.</param>
/// <param name="Form">What the clause looks like.</param>
internal sealed record Rule(string Says, string[] More, Pattern Form);

/// <summary>The grammar of a language, made of its lines: classes of words (<c>way call: phone_call call</c>), and rules (<c>touch in call: WHO called me</c>), the first of which that fits counts.</summary>
internal sealed class Grammar
{
    public static readonly Grammar English = new(GrammarEnglish.Lines), German = new(GrammarGerman.Lines);

    private readonly Dictionary<string, List<Phrase>> classes = [];

    /// <summary>Of each class its single words, and the endings of more.</summary>
    private readonly Dictionary<string, (FrozenSet<string> Words, string[] Endings)> singles;

    private Grammar(string lines)
    {
        var rules = new List<(string[] Head, string Form)>();
        foreach (var line in lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#'))
        {
            var (head, form) = (line[..line.IndexOf(':', StringComparison.Ordinal)].Split(' ', StringSplitOptions.RemoveEmptyEntries), line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            if (head[0] == "words" || head[0] == "way") Class(head[0] == "way" ? "way" : head[1]).AddRange(form.Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries).Select(p => Phrase.Of(p, head[0] == "way" ? head[1] : null)));
            else rules.Add((head, form));
        }
        singles = classes.ToDictionary(c => c.Key, c => (Singles(c.Value).Where(w => w[0] != '*').ToFrozenSet(), Singles(c.Value).Where(w => w[0] == '*').ToArray()));
        var all = classes.ToDictionary(c => c.Key, c => (IReadOnlyList<Phrase>)c.Value);
        var made = rules.ConvertAll(r => new Rule(r.Head[0], r.Head[1..], Pattern.Of(r.Form, all)));
        Learned = made.FindAll(r => r.Says is "learned" or "heard" || r.Form.Words.Any(w => Has("learns", w)));
        Rules = made.FindAll(r => r.Says != "learned");
        Common = Rules.SelectMany(r => r.Form.Words).Concat(classes.Where(c => c.Key is not ("til" or "noun" or "named" or "surname" or "family" or "vague" or "asks" or "past" or "irregular" or "attributive" or "tenseless" or "auxiliary")).SelectMany(c => c.Value).SelectMany(p => p.Words)).Except(In("family").SelectMany(p => p.Words)).ToFrozenSet();
    }

    public Grammar Other => this == German ? English : German;

    public CultureInfo Culture => CultureInfo.GetCultureInfo(this == German ? "de" : "en");

    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>Those that are tried before a sentence is split: what was learned, and what only sounds so.</summary>
    public IReadOnlyList<Rule> Learned { get; }

    /// <summary>Words that are no names, unless somebody is called so. Those that only learning knows may well be: "Til", "Little"; those that only tell whether something was; and "Mom".</summary>
    public FrozenSet<string> Common { get; }

    /// <summary>Whether a class holds this one word, or how it ends.</summary>
    public bool Has(string name, string word) => singles.TryGetValue(name, out var single) && (single.Words.Contains(word) || Array.Exists(single.Endings, e => Phrase.Is(e, word)));

    /// <summary>The phrases of a class.</summary>
    public IReadOnlyList<Phrase> In(string name) => classes.GetValueOrDefault(name) ?? [];

    private static IEnumerable<string> Singles(List<Phrase> phrases) => phrases.Where(p => p.Words.Length == 1).Select(p => p.Words[0]);

    private List<Phrase> Class(string name)
    {
        if (!classes.TryGetValue(name, out var list)) classes[name] = list = [];
        return list;
    }
}
