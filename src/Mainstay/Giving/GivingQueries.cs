using Mainstay.Algorithms.Text;
using Mainstay.Exchange;
using Mainstay.Introductions;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Giving;

/// <summary>Something given back, and for whom: what of it is still there.</summary>
public sealed record GiftLine(Gift It, string? Name, string? Organization)
{
    public PersonLine? Person => It.PersonId is { } id && Name is not null ? new(id, Name) : null;

    /// <summary>For which organization or group.</summary>
    public string? For => Organization ?? It.ForWhom;
}

/// <summary>All that is given back: what is noted here, and what other rooms know of it.</summary>
/// <param name="Gifts">What goes on first, then the latest.</param>
/// <param name="Mentees">People with the role of a mentee, to whom nothing that goes on is noted.</param>
/// <param name="Favours">The latest favours given.</param>
/// <param name="Introductions">The latest introductions the owner made between two people, as far as both wanted it.</param>
public sealed record GivenBack(IReadOnlyList<GiftLine> Gifts, IReadOnlyList<PersonLine> Mentees, IReadOnlyList<FavourLine> Favours, IReadOnlyList<IntroductionLine> Introductions);

public static class GivingQueries
{
    private const string Mentee = "mentee";

    /// <summary>So many of what other rooms know are shown; the rest stands there.</summary>
    private const int MostElsewhere = 8;

    public static async Task<GivenBack> GivenBack(this Store store, DateOnly today, CancellationToken stop)
    {
        var gifts = await store.AllGifts(today, stop);
        return new(gifts, await store.Mentees(gifts, today, stop), await store.FavoursGiven(stop), await store.IntroductionsMade(stop));
    }

    public static async Task<IReadOnlyList<GiftLine>> AllGifts(this Store store, DateOnly today, CancellationToken stop, Guid? person = null) =>
        [.. (await store.Lines(store.Gifts.Where(g => person == null || g.PersonId == person)).ToListAsync(stop)).OrderByDescending(g => g.It.GoesOn(today)).ThenByDescending(g => g.It.Until ?? g.It.Since).ThenByDescending(g => g.It.Since).ThenByDescending(g => g.It.Id)];

    public static async Task<GiftLine> GiftOf(this Store store, Guid id, CancellationToken stop) =>
        await store.Lines(store.Gifts.Where(g => g.Id == id)).FirstOrDefaultAsync(stop) ?? throw new NotFound("Giving.NotThere");

    /// <summary>The one whose id ends so.</summary>
    public static async Task<GiftLine> GiftEndingWith(this Store store, string end, CancellationToken stop) =>
        (await store.Gifts.AsNoTracking().Select(g => g.Id).ToListAsync(stop)).FindAll(id => new Gift { Id = id, What = "" }.EndsSo(end)) is [var one] ? await store.GiftOf(one, stop) : throw new NotFound("Giving.NoneCalled", end);

    private static async Task<IReadOnlyList<PersonLine>> Mentees(this Store store, IReadOnlyList<GiftLine> gifts, DateOnly today, CancellationToken stop)
    {
        var people = store.People;
        var roles = await (from role in store.Set<Role>().AsNoTracking()
                           where role.Until == null || role.Until > today
                           join person in people on role.PersonId equals person.Id
                           orderby person.SortKey, person.Id
                           select new { person.Id, person.Name, Role = role.Name }).ToListAsync(stop);
        var mentored = gifts.Where(g => g.It.Kind == GiftKind.Mentoring && g.It.GoesOn(today)).Select(g => g.It.PersonId).ToHashSet();
        return [.. roles.Where(r => Folding.Fold(r.Role) == Mentee && !mentored.Contains(r.Id)).Select(r => new PersonLine(r.Id, r.Name)).Distinct()];
    }

    private static Task<List<FavourLine>> FavoursGiven(this Store store, CancellationToken stop)
    {
        var people = store.People;
        return (from favour in store.Favours.AsNoTracking()
                where favour.Way == Way.Given
                join with in people on favour.PersonId equals with.Id
                orderby favour.On descending, favour.Id descending
                select new FavourLine(favour, with.Name)).Take(MostElsewhere).ToListAsync(stop);
    }

    private static Task<List<IntroductionLine>> IntroductionsMade(this Store store, CancellationToken stop)
    {
        var people = store.People;
        return (from it in store.Introductions.AsNoTracking()
                where it.ConnectorId == null && it.OpenedOn != null
                join first in people on it.FirstId equals first.Id
                join second in people on it.SecondId equals second.Id
                orderby it.OpenedOn descending, it.Id descending
                select new IntroductionLine(it, null, first.Name, second.Name)).Take(MostElsewhere).ToListAsync(stop);
    }

    private static IQueryable<GiftLine> Lines(this Store store, IQueryable<Gift> gifts)
    {
        var (people, organizations) = (store.People, store.Organizations);
        return from gift in gifts.AsNoTracking()
               join person in people on gift.PersonId equals person.Id into who
               from person in who.DefaultIfEmpty()
               join organization in organizations on gift.OrganizationId equals organization.Id into at
               from organization in at.DefaultIfEmpty()
               select new GiftLine(gift, person.Name, organization.Name);
    }
}
