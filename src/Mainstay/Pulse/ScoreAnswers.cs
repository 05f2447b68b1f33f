using System.ComponentModel;
using Mainstay.Algorithms.Support;
using Mainstay.Words;

namespace Mainstay.Pulse;

/// <summary>Answers to a published questionnaire, as programs send them.</summary>
public sealed record ScoreFields
{
    [Description("BRS, GSE-6, GSE-10, WHO-5 or OSS-6.")]
    public required string Questionnaire { get; init; }

    [Description("In its order; null is one that was not given.")]
    public required IReadOnlyList<int?> Answers { get; init; }

    [Description("Earlier answers to the same one, to see what changed.")]
    public IReadOnlyList<int?>? Before { get; init; }

    public NewScore ToNew() => new() { Questionnaire = Questionnaire, Answers = Answers, Before = Before };
}

/// <summary>What answers come to, as programs are told of it.</summary>
public sealed record ScoreAnswer(
    string Questionnaire,
    [property: Description("Null when too few answers were given.")] double? Mean,
    [property: Description("Null when one is missing.")] int? Sum,
    [property: Description("0 to 100, of WHO-5 alone.")] int? Percent,
    [property: Description("Null where its authors drew no bounds.")] QuestionnaireBand? Band,
    [property: Description("The reliable change index; null without earlier answers, and where it is not published how much the questionnaire wobbles.")] double? ChangeIndex,
    [property: Description("Whether that is more than wobbling.")] bool? IsReliable,
    string Sentence)
{
    public static ScoreAnswer Of(Scored it) => new(it.Of.Name, it.Score?.Mean, it.Score?.Sum, it.Score?.Percent, it.Score?.Band, it.Change?.Index, it.Change?.IsReliable, string.Join(' ', it.InWords.Select(r => r.InWords())));
}
