namespace Mainstay.Outreach;

/// <summary>What comes next with a candidate.</summary>
public enum CandidateStep { Nothing, Wait, Write, FollowUp, LetRest, ProposeTalk, SayWhatNext, DoNext, ThinkAgain, SayHowFar }

/// <summary>When it is the owner's turn with a candidate. One word is followed by at most one more; then it may rest. The days are judgements.</summary>
public static class CandidateSteps
{
    /// <summary>So long somebody may lie there noticed; so long a first word waits for an answer, and a second one; so long an answer and a talk may wait for what comes next; and so long a contact that was noted elsewhere, until it is asked how far it has come.</summary>
    internal const int ToWrite = 7, ToFollowUp = 7, ToLetRest = 14, ToPropose = 2, ToSayNext = 2, ToSayHowFar = 1;

    /// <summary>What is the owner's turn on a day; <see cref="CandidateStep.Wait"/> until it is.</summary>
    public static CandidateStep StepOn(this CandidateLine line, DateOnly today) => line.It switch
    {
        { RestingSince: not null } candidate => candidate.RestUntil <= today ? CandidateStep.ThinkAgain : CandidateStep.Nothing,
        { NextOn: { } next } => next <= today ? CandidateStep.DoNext : CandidateStep.Wait,
        { Stage: Stage.In } => CandidateStep.Nothing,
        _ => line.DueOn() is { } due && due <= today ? line.Turn() : CandidateStep.Wait,
    };

    /// <summary>From which day on it is the owner's turn; null when it is over or rests for good.</summary>
    public static DateOnly? DueOn(this CandidateLine line) => line.It switch
    {
        { RestingSince: not null } candidate => candidate.RestUntil,
        { NextOn: { } next } => next,
        { Stage: Stage.In } => null,
        { Stage: Stage.Met } when line.TouchedSince is { } touched => Later(touched, ToSayNext),
        _ when line.TouchedSince is { } touched => Later(touched, ToSayHowFar),
        { Stage: Stage.Noticed } candidate => Later(candidate.NoticedOn, ToWrite),
        { Stage: Stage.Contacted, FollowedUpOn: { } again } => Later(again, ToLetRest),
        { Stage: Stage.Contacted } candidate => Later(candidate.ContactedOn, ToFollowUp),
        { Stage: Stage.Replied } candidate => Later(candidate.RepliedOn, ToPropose),
        var candidate => Later(candidate.MetOn, ToSayNext),
    };

    /// <summary>Whether Today may speak of it.</summary>
    public static bool IsDue(this CandidateLine line, DateOnly today) =>
        line.StepOn(today) is not (CandidateStep.Nothing or CandidateStep.Wait) && (line.It.QuietUntil is not { } quiet || quiet <= today);

    private static CandidateStep Turn(this CandidateLine line) => line.It.Stage switch
    {
        Stage.Noticed or Stage.Contacted or Stage.Replied when line.TouchedSince is not null => CandidateStep.SayHowFar,
        Stage.Noticed => CandidateStep.Write,
        Stage.Contacted => line.It.FollowedUpOn is null ? CandidateStep.FollowUp : CandidateStep.LetRest,
        Stage.Replied => CandidateStep.ProposeTalk,
        _ => CandidateStep.SayWhatNext,
    };

    private static DateOnly? Later(DateOnly? day, int days) => day?.AddDays(days);
}
