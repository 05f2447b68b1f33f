using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Exchange;

/// <summary>A favour and with whom it was.</summary>
public sealed record FavourLine(Favour Favour, string Name);

/// <summary>What somebody needs, and which of the owner's offers may meet it.</summary>
public sealed record WishLine(Wish Wish, string Name, Offer? Offer = null);

/// <summary>A door and who opened it.</summary>
public sealed record OpportunityLine(Opportunity Door, string Name);

public static class FavourQueries
{
    /// <summary>Favours with those who are there, the latest first.</summary>
    public static Task<List<FavourLine>> AllFavours(this Store store, CancellationToken stop, Guid? person = null, int most = 200)
    {
        var people = store.People;
        return (from favour in store.Favours.AsNoTracking()
                where person == null || favour.PersonId == person
                join with in people on favour.PersonId equals with.Id
                orderby favour.On descending, favour.Id descending
                select new FavourLine(favour, with.Name)).Take(most).ToListAsync(stop);
    }

    public static async Task<FavourLine> FavourOf(this Store store, Guid id, CancellationToken stop)
    {
        var people = store.People;
        return await (from favour in store.Favours.AsNoTracking() where favour.Id == id join with in people on favour.PersonId equals with.Id select new FavourLine(favour, with.Name)).FirstOrDefaultAsync(stop) ?? throw new NotFound("Exchange.FavourNotThere");
    }

    /// <summary>What went to and fro with each of the people with whom something did, the most recent first.</summary>
    public static async Task<Balance> BalanceWith(this Store store, Guid person, DateOnly today, CancellationToken stop) =>
        Exchange.Balance.Between(await store.Favours.AsNoTracking().Where(f => f.PersonId == person && f.On <= today).ToListAsync(stop), today);

    /// <summary>What people need, the latest said first; where an offer of the owner's shares a word with it, the offer too, and those come first.</summary>
    public static async Task<IReadOnlyList<WishLine>> AllWishes(this Store store, CancellationToken stop, Guid? person = null, bool closed = false)
    {
        var people = store.People;
        var wishes = await (from wish in store.Wishes.AsNoTracking()
                            where (person == null || wish.PersonId == person) && (closed || wish.ClosedOn == null)
                            join who in people on wish.PersonId equals who.Id
                            orderby wish.SaidOn descending, wish.Id descending
                            select new { wish, who.Name }).ToListAsync(stop);
        if (wishes.Count == 0) return [];
        var offers = (await store.AllOffers(stop)).Select(o => (Offer: o, Words: TopicWords.Of(o.Text))).ToList();
        return [.. wishes.Select(w => new WishLine(w.wish, w.Name, w.wish.ClosedOn is null ? offers.Find(o => o.Words.Touches(TopicWords.Of(w.wish.Text))).Offer : null)).OrderBy(w => w.Wish.ClosedOn is not null).ThenBy(w => w.Offer is null)];
    }

    public static async Task<WishLine> WishOf(this Store store, Guid id, CancellationToken stop) =>
        (await store.AllWishes(stop, closed: true)).FirstOrDefault(w => w.Wish.Id == id) ?? throw new NotFound("Exchange.WishNotThere");

    /// <summary>Doors that were opened: those of which nothing is known yet first, then the latest.</summary>
    public static async Task<IReadOnlyList<OpportunityLine>> AllOpportunities(this Store store, CancellationToken stop, Guid? person = null)
    {
        var people = store.People;
        return await (from door in store.Opportunities.AsNoTracking()
                      where person == null || door.PersonId == person
                      join who in people on door.PersonId equals who.Id
                      orderby door.State == OpportunityState.Open descending, door.On descending, door.Id descending
                      select new OpportunityLine(door, who.Name)).ToListAsync(stop);
    }

    public static async Task<OpportunityLine> OpportunityOf(this Store store, Guid id, CancellationToken stop) =>
        (await store.AllOpportunities(stop)).FirstOrDefault(o => o.Door.Id == id) ?? throw new NotFound("Exchange.DoorNotThere");

    /// <summary>What to think of before this person is asked for something of this weight.</summary>
    public static async Task<IReadOnlyList<Reason>> HintsFor(this Store store, PersonLine person, Weight weight, DateOnly today, CancellationToken stop) =>
        [.. (await store.LoadOf(person.Id, today, stop)).Hints(person.Name, weight), .. (await store.BalanceWith(person.Id, today, stop)).Hints(person.Name)];

    /// <summary>People whose time has come, each with a favour that takes five minutes.</summary>
    public static async Task<IReadOnlyList<(PersonLine Person, Reason Idea)>> FiveMinutes(this Store store, DateOnly today, int most, CancellationToken stop) =>
        [.. (await store.DueOn(today, stop)).Take(most).Select((due, i) => (new PersonLine(due.Id, due.Name), new Reason($"Exchange.Idea{(today.DayNumber + i) % Ideas}", due.Name)))];

    /// <summary>An introduction, feedback on a page, public thanks, a link, a reference.</summary>
    private const int Ideas = 5;

    /// <summary>The one row whose id ends so.</summary>
    internal static T EndingWith<T>(this IEnumerable<T> rows, Func<T, IOwned> row, string end) =>
        rows.Where(r => row(r).EndsSo(end)).Take(2).ToList() is [var one] ? one : throw new NotFound("Exchange.NothingEndsSo", end);
}
