using System.Text.RegularExpressions;

namespace Mainstay.Capture;

/// <summary>Whether a clause tells of what was. In doubt it does: better nothing is asked than how it is going with what is long over.</summary>
internal static partial class Tense
{
    public static bool IsPast(Clause clause, Grammar grammar) => Enumerable.Range(0, clause.Count).Any(at => IsPast(clause, grammar, at));

    private static bool IsPast(Clause clause, Grammar grammar, int at)
    {
        var word = clause.Words[at];
        if (word.IsCapital && clause.KnowsName(at)) return false; // "Drew is moving", "Max Born has an exam"
        if (grammar.Has("past", word.Fold)) return true;
        return grammar == Grammar.German ? IsPerfect(clause, grammar, at) : IsPreterite(clause, grammar, at);
    }

    /// <summary>"launched", "wrote"; not what is one with the word before it: "is held", "gets married", "a shared flat".</summary>
    private static bool IsPreterite(Clause clause, Grammar grammar, int at) =>
        (grammar.Has("irregular", clause.Words[at].Fold) || IsRegular(clause, grammar, at)) && !(at > 0 && grammar.Has("attributive", clause.Words[at - 1].Fold));

    private static bool IsRegular(Clause clause, Grammar grammar, int at) =>
        clause.Words[at] is { IsCapital: false } word && word.Fold.EndsWith("ed", StringComparison.Ordinal) && !grammar.Has("tenseless", word.Fold) && !clause.KnowsName(at);

    /// <summary>"hat … eröffnet", "ist … ausgewandert", also where the verb stands last: "dass sie promoviert hat".</summary>
    private static bool IsPerfect(Clause clause, Grammar grammar, int at) =>
        clause.Words[at] is { IsCapital: false } word && Participle().IsMatch(word.Fold) && !grammar.Has("tenseless", word.Fold)
        && !(at > 0 && clause.Words[at - 1].Fold == "zu") && IsFinal(clause, grammar, at) && clause.Words.Any(w => grammar.Has("auxiliary", w.Fold));

    private static bool IsFinal(Clause clause, Grammar grammar, int at) =>
        at + 1 == clause.Count || (clause.Words[at + 1] is var next && (!next.IsWord || next.Fold is "und" or "oder" or "aber" || grammar.Has("auxiliary", next.Fold)));

    /// <summary>Folded: "gegrundet", "ausgewandert", "promoviert", "eroffnet", "ubernommen", "vorbereitet".</summary>
    [GeneratedRegex(@"^(?:\w*ge\w{3,}(?:t|en)|\w{2,}iert|(?:ab|an|auf|aus|ein|mit|nach|vor)?(?:ver|er|be|ent|emp|zer|miss|uber|unter|wider|hinter)\w{3,}(?:t|en))$")]
    private static partial Regex Participle();
}
