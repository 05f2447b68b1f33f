using Mainstay.Words;
using static Mainstay.Words.Texts;

namespace Mainstay.Board;

/// <summary>What the owner can do next about a piece of advice.</summary>
public enum AdviceStep { Decide, SayResult, TellBack, Nothing }

/// <summary>How advice goes on: it is decided, something comes of it, and who gave it hears of that.</summary>
public static class AdviceSteps
{
    /// <summary>So long advice may lie before Today asks what was decided, and a decision before it asks what came of it.</summary>
    public const int DaysToDecide = 14, DaysToSee = 60;

    public static AdviceStep Step(this Advice advice) => advice switch
    {
        { ToldOn: not null } => AdviceStep.Nothing,
        { ResultOn: not null } => AdviceStep.TellBack,
        { DecidedOn: not null } => AdviceStep.SayResult,
        _ => AdviceStep.Decide,
    };

    /// <summary>The day from which Today speaks of it; null when there is nothing to do.</summary>
    public static DateOnly? DueOn(this Advice advice) => advice.Step() switch
    {
        AdviceStep.Decide => advice.On.AddDays(DaysToDecide),
        AdviceStep.SayResult => advice.DecidedOn!.Value.AddDays(DaysToSee),
        AdviceStep.TellBack => advice.ResultOn,
        _ => null,
    };

    public static bool IsDue(this Advice advice, DateOnly today) => !(advice.QuietUntil > today) && advice.DueOn() <= today;

    /// <summary>What I decided; said again, it is corrected.</summary>
    public static void Decide(this Advice advice, string? decision, DateOnly today)
    {
        Mistaken.ThrowIf(Check("decision", decision, "Board.DecisionMissing"));
        (advice.Decision, advice.DecidedOn, advice.QuietUntil) = (Filled(decision), advice.DecidedOn ?? today, null);
    }

    /// <summary>What came of it. A result without a decision that was noted is one all the same.</summary>
    public static void Conclude(this Advice advice, string? result, DateOnly today)
    {
        Mistaken.ThrowIf(Check("result", result, "Board.ResultMissing"));
        (advice.Result, advice.ResultOn, advice.QuietUntil) = (Filled(result), advice.ResultOn ?? today, null);
    }

    private static Problems Check(string field, string? text, string missing) => new Problems()
        .When(Filled(text) is null, field, missing)
        .When(text?.Length > NewAdvice.MostText, field, "Board.TooLong", NewAdvice.MostText);
}
