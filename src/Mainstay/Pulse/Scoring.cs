using System.Globalization;
using Mainstay.Algorithms.Series;
using Mainstay.Algorithms.Support;
using Mainstay.Words;

namespace Mainstay.Pulse;

/// <summary>Answers to a published questionnaire that somebody holds themselves: numbers in its order, and nothing of its wording.</summary>
public sealed record NewScore
{
    private static readonly char[] Between = [' ', ',', ';', '\t', '\n', '\r'];

    /// <summary>Its short name, such as WHO-5, whatever its case and with or without the dash.</summary>
    public required string Questionnaire { get; init; }

    /// <summary>In its order; null is one that was not given.</summary>
    public required IReadOnlyList<int?> Answers { get; init; }

    /// <summary>Earlier answers to the same one, to see what changed.</summary>
    public IReadOnlyList<int?>? Before { get; init; }

    public Questionnaire? Which => Algorithms.Support.Questionnaire.All.FirstOrDefault(q => Plain(q.Name) == Plain(Questionnaire));

    public Problems Check()
    {
        var problems = new Problems().When(Which is null, "questionnaire", "Pulse.NoSuchQuestionnaire", [string.Join(", ", Algorithms.Support.Questionnaire.All.Select(q => q.Name))]);
        if (Which is not { } which) return problems;
        return problems.When(AreOdd(Answers, which), "answers", "Pulse.OddAnswers", which.Name, which.Items, which.Least, which.Most)
            .When(Before is not null && AreOdd(Before, which), "before", "Pulse.OddAnswers", which.Name, which.Items, which.Least, which.Most);
    }

    /// <summary>Numbers with something between them; a dash or "skip" is one that was not given. What cannot be read is on no scale, and is told so.</summary>
    public static IReadOnlyList<int?> Read(string? typed) =>
        [.. (typed ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(Answer)];

    private static int? Answer(string typed) => typed is "-" or "–" || typed.Equals("skip", StringComparison.OrdinalIgnoreCase) ? null
        : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var answer) ? answer : -1;

    private static bool AreOdd(IReadOnlyList<int?> answers, Questionnaire of) => answers.Count != of.Items || answers.Any(a => a < of.Least || a > of.Most);

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal).Trim().ToUpperInvariant();
}

/// <summary>What the answers come to, in words. It is kept nowhere, and no diagnosis.</summary>
/// <param name="Of">Which questionnaire.</param>
/// <param name="Score">Null when too few answers were given.</param>
/// <param name="Before">What earlier answers came to, if they were said, and enough.</param>
/// <param name="IsBeforeShort">Earlier answers were said, and too few.</param>
public sealed record Scored(Questionnaire Of, QuestionnaireScore? Score, QuestionnaireScore? Before, bool IsBeforeShort)
{
    public static Scored From(NewScore said)
    {
        Mistaken.ThrowIf(said.Check());
        var before = said.Before is { } earlier ? said.Which!.Score([.. earlier]) : null;
        return new(said.Which!, said.Which!.Score([.. said.Answers]), before, said.Before is not null && before is null);
    }

    /// <summary>Null where it is not published how much the questionnaire wobbles by itself.</summary>
    public ReliableChange? Change => Score is not null && Before is not null ? Score.Since(Before) : null;

    public IReadOnlyList<Reason> InWords => Score is not { } score ? [new("Pulse.ScoreNone", Of.Fewest, Of.Items)] : [Told(score), .. Bounds(score), .. Changed(score)];

    private Reason Told(QuestionnaireScore score) =>
        score.Percent is { } percent ? new("Pulse.ScorePercent", Of.Name, percent)
        : score.Sum is { } sum ? new("Pulse.ScoreMeanAndSum", Of.Name, score.Mean, Of.Least, Of.Most, sum)
        : new("Pulse.ScoreMean", Of.Name, score.Mean, Of.Least, Of.Most);

    /// <summary>Of low well-being one neutral line, and nothing else.</summary>
    private static IEnumerable<Reason> Bounds(QuestionnaireScore score) => score switch
    {
        { Percent: not null, Band: QuestionnaireBand.Low } => [new("Pulse.TalkWithSomebody")],
        { Percent: not null } => [],
        { Band: { } band } => [new($"Pulse.Band{band}")],
        _ => [new("Pulse.NoBounds")],
    };

    private IEnumerable<Reason> Changed(QuestionnaireScore score) => (Before, Change) switch
    {
        (null, _) => IsBeforeShort ? [new("Pulse.ScoreBeforeNone", Of.Fewest, Of.Items)] : [],
        (_, null) => [new("Pulse.ChangeUnknown")],
        ({ } before, { } change) => [new(change.IsReliable ? "Pulse.ChangeReliable" : "Pulse.ChangeWobble", score.Mean - before.Mean, ReliableChange.Least(Of.Deviation!.Value, Of.Reliability!.Value))],
    };
}
