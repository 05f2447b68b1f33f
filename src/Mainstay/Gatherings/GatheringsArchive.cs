using Mainstay.Archive;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Gatherings;

internal sealed record ArchivedGathering(Guid Id, string Name, DateOnly FirstDay, DateOnly LastDay, DateTime? StartsAt, DateTime? EndsAt, string? Place, string? Address, string? Link, string? Topics, string? Note, GatheringState State)
{
    public Guid? Organization { get; init; }
    public string? Goal { get; init; }
    public string? Ask { get; init; }
    public string? Offer { get; init; }
    public string? Pitch { get; init; }
    public string? Cost { get; init; }
    public double? Hours { get; init; }
    public string? AfterMonth { get; init; }
    public string? AfterYear { get; init; }
    public DateOnly? QuietUntil { get; init; }
    public string? SourceKey { get; init; }
    public string? SourceSaid { get; init; }
    public DateTime CreatedAt { get; init; }
}

/// <summary>All gatherings in an archive.</summary>
internal sealed class GatheringsArchive() : ArchiveSection<ArchivedGathering>("gatherings")
{
    public const string Kind = "gathering";

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Gatherings.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedGathering> Rows(Store store, CancellationToken stop)
    {
        var organizations = store.Organizations;
        return store.Gatherings.AsNoTracking().OrderBy(g => g.Id).Select(g => new ArchivedGathering(g.Id, g.Name, g.FirstDay, g.LastDay, g.StartsAt, g.EndsAt, g.Place, g.Address, g.Link, g.Topics, g.Note, g.State)
        {
            Organization = organizations.Any(o => o.Id == g.OrganizationId) ? g.OrganizationId : null,
            Goal = g.Goal,
            Ask = g.OneAsk,
            Offer = g.OneOffer,
            Pitch = g.Pitch,
            Cost = g.Cost,
            Hours = g.Hours,
            AfterMonth = g.AfterMonth,
            AfterYear = g.AfterYear,
            QuietUntil = g.QuietUntil,
            SourceKey = g.SourceKey,
            SourceSaid = g.SourceSaid,
            CreatedAt = g.CreatedAt,
        }).AsAsyncEnumerable();
    }

    protected override void Check(ArchivedGathering g, ArchiveCheck check)
    {
        check.IsNew(Kind, g.Id);
        check.Refers(OrganizationsArchive.Kind, g.Organization);
        check.Holds(new NewGathering { Name = g.Name, On = g.FirstDay, Until = g.LastDay, Place = g.Place, Address = g.Address, Link = g.Link, Topics = g.Topics, Note = g.Note, State = g.State, Goal = g.Goal, Ask = g.Ask, Offer = g.Offer, Pitch = g.Pitch, Cost = g.Cost, Hours = g.Hours }.Check());
        check.Holds(g.EndsAt is null || g.EndsAt >= g.StartsAt, "Gatherings.EndsBefore");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedGathering> gatherings, CancellationToken stop) => store.InsertMany(gatherings.Select(g => new Gathering
    {
        Id = g.Id,
        Name = g.Name,
        FirstDay = g.FirstDay,
        LastDay = g.LastDay,
        StartsAt = g.StartsAt,
        EndsAt = g.EndsAt,
        OrganizationId = g.Organization,
        Place = g.Place,
        Address = g.Address,
        Link = g.Link,
        Topics = g.Topics,
        Note = g.Note,
        State = g.State,
        Goal = g.Goal,
        OneAsk = g.Ask,
        OneOffer = g.Offer,
        Pitch = g.Pitch,
        Cost = g.Cost,
        Hours = g.Hours,
        AfterMonth = g.AfterMonth,
        AfterYear = g.AfterYear,
        QuietUntil = g.QuietUntil,
        SourceKey = g.SourceKey,
        SourceSaid = g.SourceSaid,
        CreatedAt = g.CreatedAt,
    }), stop);
}

internal sealed record ArchivedExpected(Guid Id, Guid Gathering, Guid Person, bool Chosen, string? About);

/// <summary>Who is expected at gatherings, in an archive.</summary>
internal sealed class ExpectedArchive() : ArchiveSection<ArchivedExpected>("expected")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Expected.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedExpected> Rows(Store store, CancellationToken stop) =>
        store.Expected.AsNoTracking().OrderBy(e => e.Id).Select(e => new ArchivedExpected(e.Id, e.GatheringId, e.PersonId, e.IsChosen, e.About)).AsAsyncEnumerable();

    protected override void Check(ArchivedExpected e, ArchiveCheck check)
    {
        check.IsNew("expected", e.Id);
        check.Refers(GatheringsArchive.Kind, e.Gathering);
        check.Refers(PeopleArchive.Kind, e.Person);
        check.Holds(check.IsFirst("expected", $"{e.Gathering} {e.Person}"), "Gatherings.Twice");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedExpected> expected, CancellationToken stop) =>
        store.InsertMany(expected.Select(e => new Expected { Id = e.Id, GatheringId = e.Gathering, PersonId = e.Person, IsChosen = e.Chosen, About = e.About }), stop);
}
