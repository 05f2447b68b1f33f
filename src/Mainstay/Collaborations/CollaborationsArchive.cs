using Mainstay.Archive;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Collaborations;

internal sealed record ArchivedCollaboration
{
    public required Guid Id { get; init; }
    public required Guid Organization { get; init; }
    public required string Name { get; init; }
    public required CollaborationStage Stage { get; init; }
    public required DateOnly StageSince { get; init; }
    public string? SharedGoal { get; init; }
    public string? WhatIGive { get; init; }
    public string? WhatTheyGive { get; init; }
    public string? NextStep { get; init; }
    public DateOnly? NextOn { get; init; }
    public required DateOnly NextSince { get; init; }
    public string? DoneStep { get; init; }
    public DateOnly? DoneOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public string? Link { get; init; }
    public string? Note { get; init; }
    public string? Outcome { get; init; }
    public DateOnly? QuietUntil { get; init; }
    public required DateTime CreatedAt { get; init; }
}

/// <summary>All collaborations in an archive.</summary>
internal sealed class CollaborationsArchive() : ArchiveSection<ArchivedCollaboration>("collaborations")
{
    public const string Kind = "collaboration";

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Collaborations.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedCollaboration> Rows(Store store, CancellationToken stop) => store.Collaborations.AsNoTracking().OrderBy(c => c.Id).Select(c => new ArchivedCollaboration
    {
        Id = c.Id, Organization = c.OrganizationId, Name = c.Name, Stage = c.Stage, StageSince = c.StageSince, SharedGoal = c.SharedGoal, WhatIGive = c.WhatIGive, WhatTheyGive = c.WhatTheyGive, NextStep = c.NextStep, NextOn = c.NextOn,
        NextSince = c.NextSince, DoneStep = c.DoneStep, DoneOn = c.DoneOn, EndsOn = c.EndsOn, Link = c.Link, Note = c.Note, Outcome = c.Outcome, QuietUntil = c.QuietUntil, CreatedAt = c.CreatedAt,
    }).AsAsyncEnumerable();

    protected override void Check(ArchivedCollaboration c, ArchiveCheck check)
    {
        check.IsNew(Kind, c.Id);
        check.Refers(OrganizationsArchive.Kind, c.Organization);
        var latest = new[] { c.StageSince, c.NextSince, c.NextOn, c.DoneOn, c.EndsOn }.OfType<DateOnly>().Max();
        check.Holds(new CollaborationDetails
        {
            OrganizationId = c.Organization, Name = c.Name, Stage = c.Stage, Since = c.StageSince, SharedGoal = c.SharedGoal, WhatIGive = c.WhatIGive, WhatTheyGive = c.WhatTheyGive,
            Next = new(c.NextStep, c.NextOn), EndsOn = c.EndsOn, Link = c.Link, Note = c.Note, Outcome = c.Outcome,
        }.Check(latest));
        check.Holds(new NextStep(c.DoneStep, c.DoneOn).Check(latest));
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedCollaboration> collaborations, CancellationToken stop) => store.InsertMany(collaborations.Select(c => new Collaboration
    {
        Id = c.Id, OrganizationId = c.Organization, Name = c.Name, Stage = c.Stage, StageSince = c.StageSince, SharedGoal = c.SharedGoal, WhatIGive = c.WhatIGive, WhatTheyGive = c.WhatTheyGive, NextStep = c.NextStep, NextOn = c.NextOn,
        NextSince = c.NextSince, DoneStep = c.DoneStep, DoneOn = c.DoneOn, EndsOn = c.EndsOn, Link = c.Link, Note = c.Note, Outcome = c.Outcome, QuietUntil = c.QuietUntil, CreatedAt = c.CreatedAt,
    }), stop);
}

internal sealed record ArchivedCollaborator(Guid Collaboration, Guid Person, CollaborationSide Side, string? Role);

/// <summary>Who works in collaborations, in an archive.</summary>
internal sealed class CollaborationPeopleArchive() : ArchiveSection<ArchivedCollaborator>("collaborationPeople")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.CollaborationPeople.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedCollaborator> Rows(Store store, CancellationToken stop) =>
        store.CollaborationPeople.AsNoTracking().OrderBy(p => p.CollaborationId).ThenBy(p => p.PersonId).Select(p => new ArchivedCollaborator(p.CollaborationId, p.PersonId, p.Side, p.Role)).AsAsyncEnumerable();

    protected override void Check(ArchivedCollaborator p, ArchiveCheck check)
    {
        check.Refers(CollaborationsArchive.Kind, p.Collaboration);
        check.Refers(PeopleArchive.Kind, p.Person);
        check.Holds(check.IsFirst("collaborator", $"{p.Collaboration} {p.Person}"), "Collaborations.PersonTwice");
        check.Holds(new Collaborator(p.Person, p.Side, p.Role).Check());
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedCollaborator> people, CancellationToken stop) =>
        store.InsertMany(people.Select(p => new CollaborationPerson { CollaborationId = p.Collaboration, PersonId = p.Person, Side = p.Side, Role = p.Role }), stop);
}
