using Mainstay.Storage;

namespace Mainstay.Outreach;

/// <summary>How far it has come with a candidate.</summary>
public enum Stage { Noticed = 0, Contacted = 1, Replied = 2, Met = 3, In = 4 }

/// <summary>Where a candidate came from.</summary>
public enum Origin { Other = 0, Map = 1, Introduction = 2, Gathering = 3, Community = 4, Field = 5, Online = 6, SomeoneNew = 7 }

/// <summary>Somebody the owner would like to have in their network, or nearer.</summary>
public sealed class Candidate : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>Who it is among the owner's people, once they are; what is known of them is read there.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>What they do: "head of design at Acme".</summary>
    public string? Headline { get; set; }

    public string? Organization { get; set; }

    public string? Mail { get; set; }

    public string? Link { get; set; }

    public Origin Origin { get; set; }

    /// <summary>More of where they came from: which gathering, whose word.</summary>
    public string? OriginText { get; set; }

    /// <summary>The need they might meet; the need may be gone.</summary>
    public Guid? NeedId { get; set; }

    /// <summary>What they know about, and what the owner would talk about with them.</summary>
    public string? Topic { get; set; }

    /// <summary>What they might be to the owner: "mentor".</summary>
    public string? Role { get; set; }

    public string? Note { get; set; }

    public Stage Stage { get; set; }

    public DateOnly NoticedOn { get; set; }

    public DateOnly? ContactedOn { get; set; }

    public DateOnly? RepliedOn { get; set; }

    public DateOnly? MetOn { get; set; }

    public DateOnly? InOn { get; set; }

    /// <summary>The day of the one word after a first one without an answer.</summary>
    public DateOnly? FollowedUpOn { get; set; }

    /// <summary>What the owner means to do next, and when.</summary>
    public string? NextStep { get; set; }

    public DateOnly? NextOn { get; set; }

    /// <summary>Since when the owner lets it rest.</summary>
    public DateOnly? RestingSince { get; set; }

    /// <summary>When they want to think of it again; never by itself when null.</summary>
    public DateOnly? RestUntil { get; set; }

    /// <summary>The first day on which Today may speak of it again.</summary>
    public DateOnly? QuietUntil { get; set; }

    public DateTime CreatedAt { get; init; }

    /// <summary>The day it came to a stage; null when it has not.</summary>
    public DateOnly? DayOf(Stage stage) => stage switch
    {
        Stage.Noticed => NoticedOn,
        Stage.Contacted => ContactedOn,
        Stage.Replied => RepliedOn,
        Stage.Met => MetOn,
        _ => InOn,
    };

    /// <summary>Comes to a stage: the days of those after it are forgotten, those before it stay as they are.</summary>
    internal void Come(Stage to, DateOnly on)
    {
        Stage = to;
        ContactedOn = Day(Stage.Contacted, ContactedOn);
        RepliedOn = Day(Stage.Replied, RepliedOn);
        MetOn = Day(Stage.Met, MetOn);
        InOn = Day(Stage.In, InOn);
        if (to <= Stage.Contacted) FollowedUpOn = null;
        (RestingSince, RestUntil, QuietUntil, NextStep, NextOn) = (null, null, null, null, null);

        DateOnly? Day(Stage stage, DateOnly? known) => to < stage ? null : to == stage ? on : known;
    }
}

/// <summary>The owner's own words for a message, with fields that are filled with what is known of whom it goes to.</summary>
public sealed class Template : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    public required string Subject { get; set; }

    public required string Text { get; set; }

    public DateTime CreatedAt { get; init; }
}

/// <summary>A message to one person or candidate, until it is sent and after.</summary>
public sealed class Draft : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>To whom: a candidate or a person, or both when they are one.</summary>
    public Guid? CandidateId { get; set; }

    public Guid? PersonId { get; set; }

    public required string Subject { get; set; }

    public required string Text { get; set; }

    public DateOnly? SentOn { get; set; }

    public DateTime CreatedAt { get; init; }
}
