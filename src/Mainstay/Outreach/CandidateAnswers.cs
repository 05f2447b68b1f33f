using System.ComponentModel;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Outreach;

/// <summary>A candidate, as programs are told of it.</summary>
public sealed record CandidateAnswer
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    [Description("Who it is among your people, once they are.")]
    public Guid? PersonId { get; init; }

    [Description("What they do.")]
    public string? Headline { get; init; }

    public string? Organization { get; init; }

    public string? Mail { get; init; }

    public string? Link { get; init; }

    [Description("Where they came from.")]
    public required Origin Origin { get; init; }

    [Description("More of where they came from.")]
    public string? OriginText { get; init; }

    [Description("The need they might meet.")]
    public Guid? NeedId { get; init; }

    public string? Topic { get; init; }

    [Description("What they might be to you.")]
    public string? Role { get; init; }

    public string? Note { get; init; }

    public required Stage Stage { get; init; }

    public required DateOnly NoticedOn { get; init; }

    public DateOnly? ContactedOn { get; init; }

    public DateOnly? RepliedOn { get; init; }

    public DateOnly? MetOn { get; init; }

    public DateOnly? InOn { get; init; }

    [Description("The day of the one word after a first one without an answer.")]
    public DateOnly? FollowedUpOn { get; init; }

    public string? NextStep { get; init; }

    public DateOnly? NextOn { get; init; }

    [Description("Since when you let it rest.")]
    public DateOnly? RestingSince { get; init; }

    public DateOnly? RestUntil { get; init; }

    [Description("Whose turn it is, and for what.")]
    public required CandidateStep Step { get; init; }

    [Description("From when on it is your turn.")]
    public DateOnly? DueOn { get; init; }

    [Description("How it stands, in a sentence.")]
    public required string Says { get; init; }

    [Description("By what it is taken back, when it was just moved.")]
    public Guid? Change { get; init; }

    public static CandidateAnswer Of(CandidateLine line, DateOnly today) => Of(line.It, line, today);

    private static CandidateAnswer Of(Candidate c, CandidateLine line, DateOnly today) => new()
    {
        Id = c.Id, Name = c.Name, PersonId = c.PersonId, Headline = c.Headline, Organization = c.Organization, Mail = c.Mail, Link = c.Link, Origin = c.Origin, OriginText = c.OriginText,
        NeedId = line.Need is null ? null : c.NeedId, Topic = c.Topic, Role = c.Role, Note = c.Note, Stage = c.Stage, NoticedOn = c.NoticedOn, ContactedOn = c.ContactedOn, RepliedOn = c.RepliedOn, MetOn = c.MetOn, InOn = c.InOn,
        FollowedUpOn = c.FollowedUpOn, NextStep = c.NextStep, NextOn = c.NextOn, RestingSince = c.RestingSince, RestUntil = c.RestUntil,
        Step = line.StepOn(today), DueOn = line.DueOn(), Says = CandidateWords.State(c).InWords(),
    };
}

/// <summary>A candidate, as programs write it.</summary>
public sealed record CandidateFields
{
    [Description("Not needed when it is one of your people.")]
    public string? Name { get; init; }

    [Description("One of your people whom you want nearer.")]
    public Guid? PersonId { get; init; }

    [Description("It is somebody else than whoever of your people is called so. Where neither this nor `personId` is said, such a name is refused.")]
    public bool? IsNew { get; init; }

    public string? Headline { get; init; }

    public string? Organization { get; init; }

    public string? Mail { get; init; }

    public string? Link { get; init; }

    [Description("`other` when not said.")]
    public Origin? Origin { get; init; }

    public string? OriginText { get; init; }

    public Guid? NeedId { get; init; }

    public string? Topic { get; init; }

    public string? Role { get; init; }

    public string? Note { get; init; }

    public string? NextStep { get; init; }

    public DateOnly? NextOn { get; init; }

    public NewCandidate ToCandidate() => new()
    {
        Name = Name, PersonId = PersonId, IsNew = IsNew == true, Headline = Headline, Organization = Organization, Mail = Mail, Link = Link, Origin = Origin ?? Outreach.Origin.Other, OriginText = OriginText,
        NeedId = NeedId, Topic = Topic, Role = Role, Note = Note, NextStep = NextStep, NextOn = NextOn,
    };
}

/// <summary>What changes about where a candidate stands.</summary>
public sealed record CandidateMoveFields
{
    [Description("How far it has come. What was a contact is noted as a touch; whoever was met, or is in, becomes one of your people.")]
    public Stage? Stage { get; init; }

    [Description("Since when; today when not said.")]
    public DateOnly? On { get; init; }

    [Description("One more word went to somebody who has not answered.")]
    public bool? FollowedUp { get; init; }

    [Description("How near they are meant to be from now on, by which they have a rhythm; for whoever is one of your people.")]
    public Layer? Layer { get; init; }

    [Description("Which of your people it is.")]
    public Guid? PersonId { get; init; }

    [Description("It is somebody else than whoever of your people is called so. Where neither this nor `personId` is said, whoever is called so becomes no second person.")]
    public bool? IsNew { get; init; }

    [Description("Whether you let it rest.")]
    public bool? Resting { get; init; }

    [Description("Until when it rests; for good when not said.")]
    public DateOnly? RestUntil { get; init; }

    public Move ToMove() => new(Stage, On) { Layer = Layer, PersonId = PersonId, IsNew = IsNew == true, FollowsUp = FollowedUp == true };
}

/// <summary>Words to begin a message with, as programs are told of them.</summary>
public sealed record TemplateAnswer([property: Description("By what it is named where a message begins.")] string Id, string Name, string Subject, string Text, [property: Description("Whether it is your own.")] bool Own)
{
    public static TemplateAnswer Of(Opening words) => new(words.Id, words.Name, words.Subject, words.Text, words.Own is not null);
}

/// <summary>A template, as programs write it.</summary>
public sealed record TemplateFields
{
    public required string Name { get; init; }

    public string Subject { get; init; } = "";

    [Description("With fields in braces, such as `{first name}`.")]
    public required string Text { get; init; }

    public NewTemplate ToTemplate() => new(Name, Subject, Text);
}

/// <summary>A message, as programs are told of it.</summary>
public sealed record DraftAnswer(Guid Id, [property: Description("To whom.")] string To, Guid? CandidateId, Guid? PersonId, string Subject, string Text, DateOnly? SentOn, [property: Description("Places in it that are not filled, for nothing is known.")] IReadOnlyList<string> Gaps, [property: Description("What became of it, when the server sent it and it may not have come through.")] string? Trouble = null)
{
    public static DraftAnswer Of(DraftLine line) => new(line.It.Id, line.To, line.It.CandidateId, line.It.PersonId, line.It.Subject, line.It.Text, line.It.SentOn, [.. MergeFields.Gaps(line.It.Subject).Union(MergeFields.Gaps(line.It.Text))], line.Trouble?.InWords());
}

/// <summary>A message, as programs begin it.</summary>
public sealed record DraftFields
{
    public Guid? CandidateId { get; init; }

    public Guid? PersonId { get; init; }

    [Description("The id of a template; hardly more than a greeting when not said.")]
    public string? Template { get; init; }

    public NewDraft ToDraft() => new() { CandidateId = CandidateId, PersonId = PersonId, Template = Template };
}

/// <summary>What changes about a message.</summary>
public sealed record DraftChangeFields
{
    public string? Subject { get; init; }

    public string? Text { get; init; }

    [Description("It is sent: refused while a place in it is not filled.")]
    public bool? Sent { get; init; }

    [Description("Send it from this server, which must have been set up for mail; with that it counts as sent.")]
    public bool? Send { get; init; }
}
