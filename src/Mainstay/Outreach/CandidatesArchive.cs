using Mainstay.Archive;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Outreach;

internal sealed record ArchivedCandidate
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public Guid? Person { get; init; }
    public string? Headline { get; init; }
    public string? Organization { get; init; }
    public string? Mail { get; init; }
    public string? Link { get; init; }
    public Origin Origin { get; init; }
    public string? OriginText { get; init; }
    public Guid? Need { get; init; }
    public string? Topic { get; init; }
    public string? Role { get; init; }
    public string? Note { get; init; }
    public Stage Stage { get; init; }
    public required DateOnly NoticedOn { get; init; }
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
    public required DateTime CreatedAt { get; init; }
}

/// <summary>All candidates in an archive.</summary>
internal sealed class CandidatesArchive() : ArchiveSection<ArchivedCandidate>("candidates")
{
    public const string Kind = "candidate";

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Candidates.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedCandidate> Rows(Store store, CancellationToken stop)
    {
        var needs = store.Needs;
        return store.Candidates.AsNoTracking().OrderBy(c => c.Id).Select(c => new ArchivedCandidate
        {
            Id = c.Id, Name = c.Name, Person = c.PersonId, Headline = c.Headline, Organization = c.Organization, Mail = c.Mail, Link = c.Link, Origin = c.Origin, OriginText = c.OriginText,
            Need = needs.Any(n => n.Id == c.NeedId) ? c.NeedId : null, Topic = c.Topic, Role = c.Role, Note = c.Note, Stage = c.Stage,
            NoticedOn = c.NoticedOn, ContactedOn = c.ContactedOn, RepliedOn = c.RepliedOn, MetOn = c.MetOn, InOn = c.InOn, FollowedUpOn = c.FollowedUpOn,
            NextStep = c.NextStep, NextOn = c.NextOn, RestingSince = c.RestingSince, RestUntil = c.RestUntil, QuietUntil = c.QuietUntil, CreatedAt = c.CreatedAt,
        }).AsAsyncEnumerable();
    }

    protected override void Check(ArchivedCandidate candidate, ArchiveCheck check)
    {
        check.IsNew(Kind, candidate.Id);
        check.Refers(PeopleArchive.Kind, candidate.Person);
        check.Refers(NeedsArchive.Kind, candidate.Need);
        check.Holds(new NewCandidate
        {
            Name = candidate.Name, Headline = candidate.Headline, Organization = candidate.Organization, Mail = candidate.Mail, Link = candidate.Link, Origin = candidate.Origin,
            OriginText = candidate.OriginText, Topic = candidate.Topic, Role = candidate.Role, Note = candidate.Note, NextStep = candidate.NextStep,
        }.Check());
        check.Holds(Enum.IsDefined(candidate.Stage), "Outreach.NotAStage");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedCandidate> candidates, CancellationToken stop) => store.InsertMany(candidates.Select(c => new Candidate
    {
        Id = c.Id, Name = c.Name, PersonId = c.Person, Headline = c.Headline, Organization = c.Organization, Mail = c.Mail, Link = c.Link, Origin = c.Origin, OriginText = c.OriginText,
        NeedId = c.Need, Topic = c.Topic, Role = c.Role, Note = c.Note, Stage = c.Stage,
        NoticedOn = c.NoticedOn, ContactedOn = c.ContactedOn, RepliedOn = c.RepliedOn, MetOn = c.MetOn, InOn = c.InOn, FollowedUpOn = c.FollowedUpOn,
        NextStep = c.NextStep, NextOn = c.NextOn, RestingSince = c.RestingSince, RestUntil = c.RestUntil, QuietUntil = c.QuietUntil, CreatedAt = c.CreatedAt,
    }), stop);
}

internal sealed record ArchivedTemplate(Guid Id, string Name, string Subject, string Text, DateTime CreatedAt);

/// <summary>The owner's own templates in an archive.</summary>
internal sealed class TemplatesArchive() : ArchiveSection<ArchivedTemplate>("templates")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Templates.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedTemplate> Rows(Store store, CancellationToken stop) =>
        store.Templates.AsNoTracking().OrderBy(t => t.Id).Select(t => new ArchivedTemplate(t.Id, t.Name, t.Subject, t.Text, t.CreatedAt)).AsAsyncEnumerable();

    protected override void Check(ArchivedTemplate template, ArchiveCheck check)
    {
        check.IsNew("template", template.Id);
        check.Holds(new NewTemplate(template.Name, template.Subject, template.Text).Check());
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedTemplate> templates, CancellationToken stop) =>
        store.InsertMany(templates.Select(t => new Template { Id = t.Id, Name = t.Name, Subject = t.Subject, Text = t.Text, CreatedAt = t.CreatedAt }), stop);
}

internal sealed record ArchivedDraft(Guid Id, Guid? Candidate, Guid? Person, string Subject, string Text, DateOnly? SentOn, DateTime CreatedAt);

/// <summary>Messages in an archive.</summary>
internal sealed class DraftsArchive() : ArchiveSection<ArchivedDraft>("drafts")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Drafts.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedDraft> Rows(Store store, CancellationToken stop) =>
        store.Drafts.AsNoTracking().OrderBy(d => d.Id).Select(d => new ArchivedDraft(d.Id, d.CandidateId, d.PersonId, d.Subject, d.Text, d.SentOn, d.CreatedAt)).AsAsyncEnumerable();

    protected override void Check(ArchivedDraft draft, ArchiveCheck check)
    {
        check.IsNew("draft", draft.Id);
        check.Refers(CandidatesArchive.Kind, draft.Candidate);
        check.Refers(PeopleArchive.Kind, draft.Person);
        check.Holds(new NewDraft { CandidateId = draft.Candidate, PersonId = draft.Person }.Check());
        check.Holds(new Wording(draft.Subject, draft.Text).Check());
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedDraft> drafts, CancellationToken stop) =>
        store.InsertMany(drafts.Select(d => new Draft { Id = d.Id, CandidateId = d.Candidate, PersonId = d.Person, Subject = d.Subject, Text = d.Text, SentOn = d.SentOn, CreatedAt = d.CreatedAt }), stop);
}
