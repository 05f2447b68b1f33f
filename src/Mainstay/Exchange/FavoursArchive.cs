using Mainstay.Archive;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Exchange;

internal sealed record ArchivedFavour(Guid Id, Guid Person, Way Way, Weight Weight, DateOnly On, string What, SupportKind? Kind, string? Topic, Guid? Need, Guid? Ask, DateTime CreatedAt, bool IsConfidential = false);

/// <summary>All favours in an archive.</summary>
internal sealed class FavoursArchive() : ArchiveSection<ArchivedFavour>("favours")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Favours.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedFavour> Rows(Store store, CancellationToken stop)
    {
        var (needs, asks) = (store.Needs, store.Asks);
        return store.Favours.AsNoTracking().OrderBy(f => f.Id).Select(f => new ArchivedFavour(f.Id, f.PersonId, f.Way, f.Weight, f.On, f.What, f.Kind, f.Topic,
            needs.Any(n => n.Id == f.NeedId) ? f.NeedId : null, asks.Any(a => a.Id == f.AskId) ? f.AskId : null, f.CreatedAt, f.IsConfidential)).AsAsyncEnumerable();
    }

    protected override void Check(ArchivedFavour favour, ArchiveCheck check)
    {
        check.IsNew("favour", favour.Id);
        check.Refers(PeopleArchive.Kind, favour.Person);
        check.Refers(NeedsArchive.Kind, favour.Need);
        check.Refers(AsksArchive.Kind, favour.Ask);
        check.Holds(new NewFavour { PersonId = favour.Person, Way = favour.Way, Weight = favour.Weight, What = favour.What, Kind = favour.Kind, Topic = favour.Topic }.Check(favour.On));
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedFavour> favours, CancellationToken stop) => store.InsertMany(favours.Select(f => new Favour
    {
        Id = f.Id,
        PersonId = f.Person,
        Way = f.Way,
        Weight = f.Weight,
        On = f.On,
        What = f.What,
        Kind = f.Kind,
        Topic = f.Topic,
        NeedId = f.Need,
        AskId = f.Ask,
        IsConfidential = f.IsConfidential,
        CreatedAt = f.CreatedAt,
    }), stop);
}

internal sealed record ArchivedWish(Guid Id, Guid Person, string Text, DateOnly SaidOn, DateOnly? ClosedOn, DateTime CreatedAt);

/// <summary>What people told that they need, in an archive.</summary>
internal sealed class WishesArchive() : ArchiveSection<ArchivedWish>("wishes")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Wishes.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedWish> Rows(Store store, CancellationToken stop) =>
        store.Wishes.AsNoTracking().OrderBy(w => w.Id).Select(w => new ArchivedWish(w.Id, w.PersonId, w.Text, w.SaidOn, w.ClosedOn, w.CreatedAt)).AsAsyncEnumerable();

    protected override void Check(ArchivedWish wish, ArchiveCheck check)
    {
        check.IsNew("wish", wish.Id);
        check.Refers(PeopleArchive.Kind, wish.Person);
        check.Holds(new NewWish(wish.Person, wish.Text).Check(wish.SaidOn));
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedWish> wishes, CancellationToken stop) =>
        store.InsertMany(wishes.Select(w => new Wish { Id = w.Id, PersonId = w.Person, Text = w.Text, SaidOn = w.SaidOn, ClosedOn = w.ClosedOn, CreatedAt = w.CreatedAt }), stop);
}

internal sealed record ArchivedOpportunity(Guid Id, Guid Person, string What, DateOnly On, OpportunityState State, string? Became, DateOnly? BecameOn, DateTime CreatedAt);

/// <summary>Doors that were opened, in an archive.</summary>
internal sealed class OpportunitiesArchive() : ArchiveSection<ArchivedOpportunity>("opportunities")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Opportunities.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedOpportunity> Rows(Store store, CancellationToken stop) =>
        store.Opportunities.AsNoTracking().OrderBy(o => o.Id).Select(o => new ArchivedOpportunity(o.Id, o.PersonId, o.What, o.On, o.State, o.Became, o.BecameOn, o.CreatedAt)).AsAsyncEnumerable();

    protected override void Check(ArchivedOpportunity door, ArchiveCheck check)
    {
        check.IsNew("opportunity", door.Id);
        check.Refers(PeopleArchive.Kind, door.Person);
        check.Holds(new NewOpportunity(door.Person, door.What).Check(door.On));
        check.Holds(Enum.IsDefined(door.State), "Exchange.NotAState");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedOpportunity> doors, CancellationToken stop) => store.InsertMany(doors.Select(o => new Opportunity
    {
        Id = o.Id,
        PersonId = o.Person,
        What = o.What,
        On = o.On,
        State = o.State,
        Became = o.Became,
        BecameOn = o.BecameOn,
        CreatedAt = o.CreatedAt,
    }), stop);
}
