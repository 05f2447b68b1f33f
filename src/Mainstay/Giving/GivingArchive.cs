using Mainstay.Archive;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Giving;

internal sealed record ArchivedGift(Guid Id, GiftKind Kind, string What, Guid? Person, Guid? Organization, string? ForWhom, DateOnly Since, DateOnly? Until, int? Minutes, string? Became, DateTime CreatedAt);

/// <summary>All that was given back, in an archive.</summary>
internal sealed class GivingArchive() : ArchiveSection<ArchivedGift>("giving")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Gifts.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedGift> Rows(Store store, CancellationToken stop) =>
        store.Gifts.AsNoTracking().OrderBy(g => g.Id).Select(g => new ArchivedGift(g.Id, g.Kind, g.What, g.PersonId, g.OrganizationId, g.ForWhom, g.Since, g.Until, g.Minutes, g.Became, g.CreatedAt)).AsAsyncEnumerable();

    protected override void Check(ArchivedGift row, ArchiveCheck check)
    {
        check.IsNew("gift", row.Id);
        check.Refers(PeopleArchive.Kind, row.Person);
        check.Refers(OrganizationsArchive.Kind, row.Organization);
        check.Holds(new NewGift { Kind = row.Kind, What = row.What, ForWhom = row.ForWhom, Since = row.Since, Until = row.Until, GoesOn = row.Until is null, Hours = row.Minutes / 60.0, Became = row.Became }.Check(row.Since));
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedGift> rows, CancellationToken stop) => store.InsertMany(rows.Select(g => new Gift
    {
        Id = g.Id,
        Kind = g.Kind,
        What = g.What,
        PersonId = g.Person,
        OrganizationId = g.Organization,
        ForWhom = g.ForWhom,
        Since = g.Since,
        Until = g.Until,
        Minutes = g.Minutes,
        Became = g.Became,
        CreatedAt = g.CreatedAt,
    }), stop);
}
