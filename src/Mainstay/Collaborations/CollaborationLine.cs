using Mainstay.People;

namespace Mainstay.Collaborations;

/// <summary>Who works in it.</summary>
public sealed record CollaboratorLine(PersonLine Person, CollaborationSide Side, string? Role);

/// <summary>A collaboration, the organization it is with, and who of both sides works in it.</summary>
public sealed record CollaborationLine(Collaboration It, string Organization, IReadOnlyList<CollaboratorLine> People)
{
    /// <summary>As it would be said again.</summary>
    public CollaborationDetails Details() => new()
    {
        OrganizationId = It.OrganizationId, Name = It.Name, Stage = It.Stage, Since = It.StageSince, SharedGoal = It.SharedGoal, WhatIGive = It.WhatIGive, WhatTheyGive = It.WhatTheyGive,
        Next = new(It.NextStep, It.NextOn), EndsOn = It.EndsOn, Link = It.Link, Note = It.Note, Outcome = It.Outcome, People = [.. People.Select(p => new Collaborator(p.Person.Id, p.Side, p.Role))],
    };
}
