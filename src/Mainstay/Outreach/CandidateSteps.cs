namespace Mainstay.Outreach;

/// <summary>What comes next with a candidate.</summary>
public enum CandidateStep { Nothing, Wait, Write, FollowUp, LetRest, ProposeTalk, SayWhatNext, DoNext, ThinkAgain }

/// <summary>When it is the owner's turn with a candidate. One word is followed by at most one more; then it may rest. The days are judgements.</summary>
public static class CandidateSteps
{
    /// <summary>So long somebody may lie there noticed; so long a first word waits for an answer, and a second one; so long an answer and a talk may wait for what comes next.</summary>
    internal const int ToWrite = 7, ToFollowUp = 7, ToLetRest = 14, ToPropose = 2, ToSayNext = 2;

    /// <summary>What is the owner's turn on a day; <see cref="CandidateStep.Wait"/> until it is.</summary>
    public static CandidateStep StepOn(this Candidate candidate, DateOnly today) => candidate switch
    {
        { RestingSince: not null } => candidate.RestUntil <= today ? CandidateStep.ThinkAgain : CandidateStep.Nothing,
        { NextOn: { } next } => next <= today ? CandidateStep.DoNext : CandidateStep.Wait,
        { Stage: Stage.In } => CandidateStep.Nothing,
        _ => candidate.DueOn() is { } due && due <= today ? candidate.Turn() : CandidateStep.Wait,
    };

    /// <summary>From which day on it is the owner's turn; null when it is over or rests for good.</summary>
    public static DateOnly? DueOn(this Candidate candidate) => candidate switch
    {
        { RestingSince: not null } => candidate.RestUntil,
        { NextOn: { } next } => next,
        { Stage: Stage.In } => null,
        { Stage: Stage.Noticed } => Later(candidate.NoticedOn, ToWrite),
        { Stage: Stage.Contacted, FollowedUpOn: { } again } => Later(again, ToLetRest),
        { Stage: Stage.Contacted } => Later(candidate.ContactedOn, ToFollowUp),
        { Stage: Stage.Replied } => Later(candidate.RepliedOn, ToPropose),
        _ => Later(candidate.MetOn, ToSayNext),
    };

    /// <summary>Whether Today may speak of it.</summary>
    public static bool IsDue(this Candidate candidate, DateOnly today) =>
        candidate.StepOn(today) is not (CandidateStep.Nothing or CandidateStep.Wait) && (candidate.QuietUntil is not { } quiet || quiet <= today);

    private static CandidateStep Turn(this Candidate candidate) => candidate.Stage switch
    {
        Stage.Noticed => CandidateStep.Write,
        Stage.Contacted => candidate.FollowedUpOn is null ? CandidateStep.FollowUp : CandidateStep.LetRest,
        Stage.Replied => CandidateStep.ProposeTalk,
        _ => CandidateStep.SayWhatNext,
    };

    private static DateOnly? Later(DateOnly? day, int days) => day?.AddDays(days);
}
