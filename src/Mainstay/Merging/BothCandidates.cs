using Mainstay.Outreach;

namespace Mainstay.Merging;

/// <summary>Two candidates who are one: the stage that has come further counts, and what was noted of either is kept.</summary>
internal static class BothCandidates
{
    /// <summary>Makes one of them what both were; the other stays as it is.</summary>
    public static void Join(Candidate kept, Candidate other)
    {
        var isFurther = other.Stage > kept.Stage || (other.Stage == kept.Stage && kept.RestingSince is not null && other.RestingSince is null);
        var (ahead, behind) = isFurther ? (other, kept) : (kept, other);
        var next = ahead is { NextStep: null, NextOn: null } ? behind : ahead;
        var followedUp = ahead.FollowedUpOn ?? (ahead.Stage == behind.Stage ? behind.FollowedUpOn : null);
        (kept.ContactedOn, kept.RepliedOn, kept.MetOn, kept.InOn) = (ahead.ContactedOn ?? behind.ContactedOn, ahead.RepliedOn ?? behind.RepliedOn, ahead.MetOn ?? behind.MetOn, ahead.InOn ?? behind.InOn);
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
