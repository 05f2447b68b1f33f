namespace Mainstay.Outreach;

/// <summary>Where a candidate stands and who they are, as a move finds and leaves it.</summary>
internal sealed record CandidateStand
{
    public required string Name { get; init; }

    public Guid? PersonId { get; init; }

    public Stage Stage { get; init; }

    public DateOnly? ContactedOn { get; init; }

    public DateOnly? RepliedOn { get; init; }

    public DateOnly? MetOn { get; init; }

    public DateOnly? InOn { get; init; }

    public DateOnly? FollowedUpOn { get; init; }

    public string? NextStep { get; init; }

    public DateOnly? NextOn { get; init; }

    public DateOnly? RestingSince { get; init; }

    public DateOnly? RestUntil { get; init; }

    public DateOnly? QuietUntil { get; init; }

    public static CandidateStand Of(Candidate it) => new()
    {
        Name = it.Name, PersonId = it.PersonId, Stage = it.Stage, ContactedOn = it.ContactedOn, RepliedOn = it.RepliedOn, MetOn = it.MetOn, InOn = it.InOn, FollowedUpOn = it.FollowedUpOn,
        NextStep = it.NextStep, NextOn = it.NextOn, RestingSince = it.RestingSince, RestUntil = it.RestUntil, QuietUntil = it.QuietUntil,
    };

    /// <summary>Nobody moved it since, nor followed up, nor said otherwise who it is.</summary>
    public bool IsStill(Candidate it) => (it.PersonId, it.Stage, it.ContactedOn, it.RepliedOn, it.MetOn, it.InOn, it.FollowedUpOn) == (PersonId, Stage, ContactedOn, RepliedOn, MetOn, InOn, FollowedUpOn);

    /// <summary>Stands here again. What comes next and whether it rests is so again as far as the move took it away and nothing else was said since.</summary>
    /// <param name="it">The candidate.</param>
    /// <param name="left">As the move left it.</param>
    public void Restore(Candidate it, CandidateStand left)
    {
        (it.Stage, it.ContactedOn, it.RepliedOn, it.MetOn, it.InOn, it.FollowedUpOn) = (Stage, ContactedOn, RepliedOn, MetOn, InOn, FollowedUpOn);
        if (left is { NextStep: null, NextOn: null } && it is { NextStep: null, NextOn: null }) (it.NextStep, it.NextOn) = (NextStep, NextOn);
        if (left.RestingSince is null && it.RestingSince is null) (it.RestingSince, it.RestUntil) = (RestingSince, RestUntil);
        if (left.QuietUntil is null) it.QuietUntil ??= QuietUntil;
    }
}
