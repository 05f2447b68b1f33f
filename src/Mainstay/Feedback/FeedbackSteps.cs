using Mainstay.Words;

namespace Mainstay.Feedback;

/// <summary>What the owner can do next about a request.</summary>
public enum FeedbackStep { Send, Wait, Remind, AskMore, Respond, Tell, SayChanged, Nothing }

/// <summary>How many were asked, and how many of them did what.</summary>
public sealed record FeedbackCounts(int Drafted, int Waiting, int Answered, int Declined)
{
    /// <summary>How many are not written to yet, as far as the owner may know.</summary>
    public int Unwritten { get; init; } = Drafted;

    public int All => Drafted + Waiting + Answered + Declined;

    public static FeedbackCounts Of(IEnumerable<InviteState> states)
    {
        var by = states.CountBy(s => s).ToDictionary();
        return new(by.GetValueOrDefault(InviteState.Drafted), by.GetValueOrDefault(InviteState.Sent), by.GetValueOrDefault(InviteState.Answered), by.GetValueOrDefault(InviteState.Declined));
    }
}

/// <summary>How a request goes from step to step (protocols.md, 4): asked, reminded once, answered by what the owner will do, and later by what changed.</summary>
public static class FeedbackSteps
{
    /// <summary>So many anonymous answers it takes before any is shown.</summary>
    public const int Enough = 3;

    public const int UsualDays = 14;

    /// <summary>So long before the last day the one reminder makes sense.</summary>
    public const int RemindBefore = 4;

    /// <summary>So long after it was said what will be done, it is asked what changed.</summary>
    public const int DaysToChange = 30;

    /// <summary>No answer can come any more: the owner said so, the last day passed, or nobody is left who could.</summary>
    public static bool IsOver(this FeedbackRequest it, FeedbackCounts counts, DateOnly today) =>
        it.ClosedOn is not null || today > it.DueOn || counts is { All: > 0, Drafted: 0, Waiting: 0 };

    /// <summary>Whether the owner sees the answers: signed ones as they come; anonymous ones together, when there are enough and no more can come, so that none can be told apart by its time.</summary>
    public static bool IsShown(this FeedbackRequest it, FeedbackCounts counts, DateOnly today) =>
        !it.IsAnonymous || counts.Answered >= Enough && it.IsOver(counts, today);

    public static FeedbackStep StepOn(this FeedbackRequest it, FeedbackCounts counts, bool reminded, DateOnly today) => it switch
    {
        { ChangedOn: not null } => FeedbackStep.Nothing,
        { ToldOn: not null, RespondedOn: { } since } => today >= since.AddDays(DaysToChange) ? FeedbackStep.SayChanged : FeedbackStep.Nothing,
        { RespondedOn: not null } => FeedbackStep.Tell,
        _ when !it.IsOver(counts, today) => counts.Unwritten > 0 || counts.All == 0 ? FeedbackStep.Send : !reminded && counts.Waiting > 0 && today >= it.DueOn.AddDays(-RemindBefore) ? FeedbackStep.Remind : FeedbackStep.Wait,
        _ when counts.Answered > 0 && it.IsShown(counts, today) => FeedbackStep.Respond,
        _ => it.ClosedOn is null ? FeedbackStep.AskMore : FeedbackStep.Nothing,
    };

    /// <summary>Whether Today speaks of it: when it is the owner's turn.</summary>
    public static bool IsDue(this FeedbackRequest it, FeedbackStep step, DateOnly today) => !(it.QuietUntil > today) && step switch
    {
        FeedbackStep.Remind or FeedbackStep.AskMore or FeedbackStep.Respond or FeedbackStep.Tell or FeedbackStep.SayChanged => true,
        FeedbackStep.Send => today > DateOnly.FromDateTime(it.CreatedAt).AddDays(1),
        _ => false,
    };

    /// <summary>Takes answers until a later day. Not when anonymous ones were shown: what came after could be told apart.</summary>
    public static void Extend(this FeedbackRequest it, DateOnly until, FeedbackCounts counts, DateOnly today)
    {
        if (it.IsAnonymous && it.IsShown(counts, today)) throw new Conflict("Feedback.ShownAlready");
        Mistaken.ThrowIf(new Problems().When(until < today, "due", "Feedback.DueIsOver").When(until > today.AddYears(1), "due", "Feedback.DueIsFar"));
        (it.DueOn, it.ClosedOn, it.QuietUntil) = (until, null, null);
    }

    /// <summary>Says what the owner will do about it; said again, it is corrected.</summary>
    public static void Respond(this FeedbackRequest it, string? what, FeedbackCounts counts, DateOnly today)
    {
        if (counts.Answered == 0 || !it.IsShown(counts, today)) throw new Conflict("Feedback.NothingToAnswer");
        Mistaken.ThrowIf(new Problems().When(string.IsNullOrWhiteSpace(what), "what", "Feedback.ResponseMissing").When(what?.Length > NewFeedback.MostText, "what", "Feedback.TooLong", NewFeedback.MostText));
        (it.Response, it.RespondedOn, it.QuietUntil) = (what!.Trim(), it.RespondedOn ?? today, null);
    }

    /// <summary>Says what is different because of it.</summary>
    public static void SayChanged(this FeedbackRequest it, string? what, DateOnly today)
    {
        if (it.RespondedOn is null) throw new Conflict("Feedback.RespondFirst");
        Mistaken.ThrowIf(new Problems().When(string.IsNullOrWhiteSpace(what), "what", "Feedback.ChangedMissing").When(what?.Length > NewFeedback.MostText, "what", "Feedback.TooLong", NewFeedback.MostText));
        (it.Changed, it.ChangedOn) = (what!.Trim(), it.ChangedOn ?? today);
    }
}
