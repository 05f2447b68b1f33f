using Mainstay.Words;

namespace Mainstay.Exchange;

/// <summary>What the owner can do next about an ask.</summary>
public enum AskStep { Send, Wait, TellMore, SayOutcome, AskNext, AskAgain, Thank, Nothing }

/// <summary>How an ask goes from step to step (protocols.md, 1). Every step has its day and what comes when it passes; a no is as easy as a yes, and nobody is reminded.</summary>
public static class AskSteps
{
    /// <summary>So many days an answer may take; somebody who gives their time as a volunteer has longer.</summary>
    public const int UsualDays = 3, VolunteersDays = 7;

    /// <summary>So long after a yes it is asked what came of it.</summary>
    public const int DaysToHelp = 7;

    /// <summary>So long Today tells of an answer that came.</summary>
    private const int DaysOfNews = 2;

    /// <summary>What has become of it on a day: silence after the last day of an answer is one too.</summary>
    public static AskState StateOn(this Ask ask, DateOnly today) => ask.State == AskState.Sent && today > ask.AnswerBy ? AskState.NoAnswer : ask.State;

    /// <summary>Whether something may still come of it that is not known.</summary>
    public static bool IsOpen(this Ask ask, DateOnly today) => ask.ClosedOn is null && ask.StateOn(today) is AskState.Drafted or AskState.Sent or AskState.MoreWanted;

    public static AskStep StepOn(this Ask ask, DateOnly today) => ask switch
    {
        { State: AskState.Yes, Outcome: null } => AskStep.SayOutcome,
        { State: AskState.Yes, Outcome: Outcome.Helped or Outcome.Partly, ThankedOn: null } => AskStep.Thank,
        { ClosedOn: not null } => AskStep.Nothing,
        _ => ask.StateOn(today) switch
        {
            AskState.Drafted => AskStep.Send,
            AskState.Sent => AskStep.Wait,
            AskState.MoreWanted => AskStep.TellMore,
            AskState.NotNow => ask.NotNowUntil <= today ? AskStep.AskAgain : AskStep.AskNext,
            AskState.No or AskState.NoAnswer => AskStep.AskNext,
            AskState.Yes when ask.Outcome == Outcome.Not => AskStep.AskNext,
            _ => AskStep.Nothing,
        },
    };

    /// <summary>Whether Today speaks of it: when it is the owner's turn, and a yes on the day it came and when it should have come to something.</summary>
    public static bool IsDue(this Ask ask, DateOnly today) => !(ask.QuietUntil > today) && ask.StepOn(today) switch
    {
        AskStep.TellMore or AskStep.AskNext or AskStep.AskAgain or AskStep.Thank => true,
        AskStep.SayOutcome => today.DayNumber - ask.AnsweredOn?.DayNumber is var days && (days <= DaysOfNews || days >= DaysToHelp),
        _ => false,
    };

    /// <summary>It is on its way. Said twice, it counts once.</summary>
    public static void Send(this Ask ask, DateOnly today)
    {
        if (ask.State == AskState.Sent) return;
        if (ask.State != AskState.Drafted) throw new Conflict("Exchange.NotADraft");
        Mistaken.ThrowIf(new Problems().When(ask.AnswerBy < today, "answerBy", "Exchange.AnswerByIsOver"));
        (ask.State, ask.SentOn) = (AskState.Sent, today);
    }

    /// <summary>They answered. An answer after its day is one all the same; whoever answers was asked, whether the owner said so or not.</summary>
    public static void Answer(this Ask ask, AskReply reply, DateOnly today)
    {
        if (ask.State == AskState.Withdrawn) throw new Conflict("Exchange.AskWithdrawn");
        if (ask.Outcome is not null) throw new Conflict("Exchange.OutcomeSaid");
        ask.SentOn ??= today;
        ask.State = reply.Answer switch { AskReplyKind.Yes => AskState.Yes, AskReplyKind.More => AskState.MoreWanted, AskReplyKind.NotNow => AskState.NotNow, _ => AskState.No };
        (ask.AnsweredOn, ask.NotNowUntil, ask.ClosedOn, ask.QuietUntil) = (today, reply.Answer == AskReplyKind.NotNow ? reply.Until : null, null, null);
        ask.Reply = string.IsNullOrWhiteSpace(reply.Note) ? null : reply.Note.Trim();
    }

    /// <summary>The owner told them more; now they have as long as before to answer.</summary>
    public static void TellMore(this Ask ask, string more, DateOnly today)
    {
        if (ask.State != AskState.MoreWanted) throw new Conflict("Exchange.NobodyWantsMore");
        Mistaken.ThrowIf(new Problems().When(string.IsNullOrWhiteSpace(more), "more", "Exchange.MoreMissing").When(more.Length > NewAsk.MostText, "more", "Exchange.TooLong", NewAsk.MostText));
        (ask.More, ask.State) = (more.Trim(), AskState.Sent);
        var due = today.AddDays(UsualDays);
        if (ask.AnswerBy < due) ask.AnswerBy = due;
    }

    /// <summary>The owner takes it back; nothing can be answered any more.</summary>
    public static void Withdraw(this Ask ask, DateOnly today)
    {
        if (ask.State is AskState.Yes or AskState.No or AskState.NotNow) throw new Conflict("Exchange.AnsweredAlready");
        (ask.State, ask.ClosedOn) = (AskState.Withdrawn, ask.ClosedOn ?? today);
    }

    /// <summary>What came of a yes.</summary>
    public static void Conclude(this Ask ask, Outcome outcome, DateOnly today)
    {
        if (ask.State != AskState.Yes) throw new Conflict("Exchange.NoYes");
        (ask.Outcome, ask.OutcomeOn, ask.QuietUntil) = (outcome, today, null);
    }

    /// <summary>They were thanked.</summary>
    public static void Thank(this Ask ask, DateOnly today)
    {
        if (ask is not { State: AskState.Yes, Outcome: Outcome.Helped or Outcome.Partly }) throw new Conflict("Exchange.NothingToThankFor");
        ask.ThankedOn ??= today;
    }

    /// <summary>The owner leaves it at that.</summary>
    public static void Close(this Ask ask, DateOnly today)
    {
        if (ask.IsOpen(today)) throw new Conflict("Exchange.StillOpen");
        ask.ClosedOn ??= today;
    }
}

/// <summary>What somebody answers to an ask.</summary>
/// <param name="Answer">One of four; a no is as good as a yes.</param>
/// <param name="Note">A sentence, if they like.</param>
/// <param name="Until">Until when it is not now.</param>
public sealed record AskReply(AskReplyKind Answer, string? Note = null, DateOnly? Until = null)
{
    public const int MostNote = 2_000;

    public Problems Check(DateOnly today) => new Problems()
        .When(!Enum.IsDefined(Answer), "answer", "Exchange.NotAnAnswer")
        .When(Note?.Length > MostNote, "note", "Exchange.TooLong", MostNote)
        .When(Until <= today, "until", "Exchange.UntilIsOver")
        .When(Until > today.AddYears(2), "until", "Exchange.TooFarAhead");
}
