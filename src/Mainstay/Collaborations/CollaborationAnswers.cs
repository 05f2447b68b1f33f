using System.ComponentModel;
using Mainstay.Memberships;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Collaborations;

/// <summary>Somebody who works in a collaboration, as programs are told of them.</summary>
public sealed record CollaboratorAnswer(PersonLine Person, [property: Description("On whose side: `mine` is yours.")] CollaborationSide Side, string? Role);

/// <summary>A collaboration, as programs are told of it.</summary>
public sealed record CollaborationAnswer
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required OrganizationNamed Organization { get; init; }

    [Description("`ended`: it was done together; `letGo`: it never came to be.")]
    public required CollaborationStage Stage { get; init; }

    [Description("Since when it is at this stage.")]
    public required DateOnly Since { get; init; }

    [Description("How it stands, a sentence each, the most pressing first.")]
    public required IReadOnlyList<string> Sentences { get; init; }

    [Description("What both want.")]
    public string? SharedGoal { get; init; }

    public string? WhatIGive { get; init; }

    public string? WhatTheyGive { get; init; }

    public string? NextStep { get; init; }

    [Description("The day for which the next step is meant.")]
    public DateOnly? NextOn { get; init; }

    [Description("The last step that was done.")]
    public string? DoneStep { get; init; }

    public DateOnly? DoneOn { get; init; }

    [Description("Until when it was agreed.")]
    public DateOnly? EndsOn { get; init; }

    public string? Link { get; init; }

    public string? Note { get; init; }

    [Description("What came of it.")]
    public string? Outcome { get; init; }

    [Description("Who works in it, on their side and on yours.")]
    public required IReadOnlyList<CollaboratorAnswer> People { get; init; }

    public static CollaborationAnswer Of(CollaborationLine line, DateOnly today) => new()
    {
        Id = line.It.Id, Name = line.It.Name, Organization = new(line.It.OrganizationId, line.Organization), Stage = line.It.Stage, Since = line.It.StageSince, Sentences = [.. CollaborationWords.Standing(line, today).Select(s => s.InWords())],
        SharedGoal = line.It.SharedGoal, WhatIGive = line.It.WhatIGive, WhatTheyGive = line.It.WhatTheyGive, NextStep = line.It.NextStep, NextOn = line.It.NextOn, DoneStep = line.It.DoneStep, DoneOn = line.It.DoneOn,
        EndsOn = line.It.EndsOn, Link = line.It.Link, Note = line.It.Note, Outcome = line.It.Outcome, People = [.. line.People.Select(p => new CollaboratorAnswer(p.Person, p.Side, p.Role))],
    };
}

/// <summary>Somebody who works in a collaboration, as programs say it.</summary>
public sealed record CollaboratorFields(Guid PersonId, [property: Description("`theirs` when not said.")] CollaborationSide? Side = null, string? Role = null)
{
    public Collaborator ToCollaborator() => new(PersonId, Side ?? CollaborationSide.Theirs, Role);
}

/// <summary>A collaboration, as programs write it.</summary>
public sealed record CollaborationFields
{
    public required Guid OrganizationId { get; init; }

    [Description("What it is.")]
    public required string Name { get; init; }

    [Description("`idea` when not said.")]
    public CollaborationStage? Stage { get; init; }

    [Description("Since when it is at this stage; today when not said, or as it was when the stage is the same.")]
    public DateOnly? Since { get; init; }

    [Description("What both want.")]
    public string? SharedGoal { get; init; }

    public string? WhatIGive { get; init; }

    public string? WhatTheyGive { get; init; }

    public string? NextStep { get; init; }

    [Description("The day for which the next step is meant.")]
    public DateOnly? NextOn { get; init; }

    [Description("Until when it was agreed.")]
    public DateOnly? EndsOn { get; init; }

    public string? Link { get; init; }

    public string? Note { get; init; }

    [Description("What came of it.")]
    public string? Outcome { get; init; }

    [Description("Who works in it.")]
    public IReadOnlyList<CollaboratorFields>? People { get; init; }

    public CollaborationDetails ToDetails() => new()
    {
        OrganizationId = OrganizationId, Name = Name, Stage = Stage ?? CollaborationStage.Idea, Since = Since, SharedGoal = SharedGoal, WhatIGive = WhatIGive, WhatTheyGive = WhatTheyGive,
        Next = new(NextStep, NextOn), EndsOn = EndsOn, Link = Link, Note = Note, Outcome = Outcome, People = [.. (People ?? []).Select(p => p.ToCollaborator())],
    };
}

/// <summary>To which stage it comes, as programs say it.</summary>
public sealed record CollaborationStageFields(CollaborationStage Stage, [property: Description("Since when; today when not said.")] DateOnly? On = null, [property: Description("What came of it; as it was when not said.")] string? Outcome = null);

/// <summary>What is done next, as programs say it.</summary>
public sealed record NextStepFields([property: Description("Nothing is next when not said.")] string? NextStep = null, [property: Description("The day for which it is meant.")] DateOnly? NextOn = null)
{
    public NextStep ToStep() => new(NextStep, NextOn);
}
