using Mainstay.Outreach;

namespace Mainstay.Merging;

/// <summary>Two candidates who are one: the stage that has come further counts, at the same stage the later day, and what was noted of either is kept. What was to come next on the way to a stage that is reached is over.</summary>
internal static class BothCandidates
{
    /// <summary>Makes one of them what both were; the other stays as it is.</summary>
    public static void Join(Candidate kept, Candidate other)
    {
        var isFurther = other.Stage > kept.Stage || (other.Stage == kept.Stage && kept.RestingSince is not null && other.RestingSince is null);
        var (ahead, behind) = isFurther ? (other, kept) : (kept, other);
        var isEven = ahead.Stage == behind.Stage;
        var next = isEven && ahead is { NextStep: null, NextOn: null, RestingSince: null } && behind.RestingSince is null ? behind : ahead;
        DateOnly? Day(DateOnly? here, DateOnly? there) => isEven ? ((DateOnly?[])[here, there]).Max() : here ?? there;
        var (contacted, replied, met) = (Day(ahead.ContactedOn, behind.ContactedOn), Day(ahead.RepliedOn, behind.RepliedOn), Day(ahead.MetOn, behind.MetOn));
        var followedUp = isEven ? Day(ahead.FollowedUpOn, behind.FollowedUpOn) : ahead.FollowedUpOn;
        if (followedUp < contacted) followedUp = null; // a first word came after it
        (kept.ContactedOn, kept.RepliedOn, kept.MetOn, kept.InOn) = (contacted, replied, met, ahead.InOn ?? behind.InOn);
        (kept.RestingSince, kept.RestUntil, kept.QuietUntil) = (ahead.RestingSince, ahead.RestUntil, ahead.QuietUntil);
        (kept.NextStep, kept.NextOn, kept.FollowedUpOn) = (next.NextStep, next.NextOn, followedUp);
        kept.Stage = ahead.Stage;
        if (other.NoticedOn < kept.NoticedOn) kept.NoticedOn = other.NoticedOn;
        if (kept is { Origin: Origin.Other, OriginText: null }) (kept.Origin, kept.OriginText) = (other.Origin, other.OriginText);
        (kept.Headline, kept.Organization, kept.Mail, kept.Link) = (kept.Headline ?? other.Headline, kept.Organization ?? other.Organization, kept.Mail ?? other.Mail, kept.Link ?? other.Link);
        (kept.NeedId, kept.Topic, kept.Role, kept.Note) = (kept.NeedId ?? other.NeedId, kept.Topic ?? other.Topic, kept.Role ?? other.Role, Notes(kept.Note, other.Note));
    }

    /// <summary>One below the other, as far as there is room.</summary>
    private static string? Notes(string? mine, string? theirs)
    {
        if (mine is null || theirs is null || mine == theirs) return mine ?? theirs;
        var both = mine + "\n\n" + theirs;
        if (both.Length <= NewCandidate.MostText) return both;
        var end = NewCandidate.MostText - 1;
        return both[..(char.IsHighSurrogate(both[end - 1]) ? end - 1 : end)] + "…";
    }
}
