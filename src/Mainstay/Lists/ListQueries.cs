using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Search;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Lists;

/// <summary>Which part of a list.</summary>
/// <param name="Take">How many people at most.</param>
/// <param name="After">It begins after this point.</param>
/// <param name="Before">It ends before this point.</param>
public sealed record ListPage(int Take, ListPoint? After = null, ListPoint? Before = null);

/// <summary>People of a list, with what stands around them.</summary>
/// <param name="People">This part of them, in order.</param>
/// <param name="Part">Where it lies, and the facets.</param>
/// <param name="Everybody">How many there are at all.</param>
/// <param name="IsGuess">Nobody has the words of the query: they are people with similar ones.</param>
public sealed record ListedPeople(IReadOnlyList<Person> People, ListPart Part, int Everybody, bool IsGuess);

public static class ListQueries
{
    /// <summary>The people who are wanted, as a list: narrowed, sorted, a page of it, with counts of everything it could be narrowed by.</summary>
    public static async Task<ListedPeople> List(this Store store, PeopleWanted wanted, ListPage page, TimeProvider clock, DateOnly today, CancellationToken stop)
    {
        var (listing, found) = await store.Narrowed(wanted, clock, today, stop);
        var strengths = await store.StrengthsMissing(wanted, listing.Matching, today, stop);
        var part = listing.Part(page.Before ?? page.After, page.Before is not null, page.Take, listing.RankBy(strengths, found?.Scores));
        // A page back that came too near to the beginning is the first page.
        if (page.Before is not null && part.Before == 0 && part.People.Count < page.Take) part = listing.Part(null, false, page.Take, listing.RankBy(strengths, found?.Scores));
        return new(await store.InOrder(part.People, stop), part, listing.Everybody, found?.IsGuess == true);
    }

    /// <summary>The ids of everybody who is wanted, in the order of the list.</summary>
    public static async Task<IReadOnlyList<Guid>> AllWanted(this Store store, PeopleWanted wanted, TimeProvider clock, DateOnly today, CancellationToken stop)
    {
        var (listing, found) = await store.Narrowed(wanted, clock, today, stop);
        var strengths = await store.StrengthsMissing(wanted, listing.Matching, today, stop);
        return listing.Part(null, false, listing.Matching.Count, listing.RankBy(strengths, found?.Scores)).People;
    }

    /// <summary>Everybody as lists see them; read anew only when somebody changed since.</summary>
    internal static async Task<ListBlock> ListedEverybody(this Store store, TimeProvider clock, CancellationToken stop)
    {
        if (await store.ListStamp(stop) is not { } stamp)
        {
            await store.RebuildPeopleList(clock, stop);
            stamp = (await store.ListStamp(stop))!.Value;
        }
        var kept = store.Follower<ListFollowActions>()?.Kept;
        if (kept?.Find(store.SpaceId, stamp) is { } known) return known;
        var blocks = await store.PeopleBlocks.OrderBy(b => b.Id).Select(b => b.Packed).ToListAsync(stop);
        var everybody = ListBlock.Of(blocks.Select(b => ListPacking.Unpack(b)));
        kept?.Keep(store.SpaceId, stamp, everybody);
        return everybody;
    }

    private static async Task<(Listing Listing, ScoresFound? Found)> Narrowed(this Store store, PeopleWanted wanted, TimeProvider clock, DateOnly today, CancellationToken stop)
    {
        var everybody = await store.ListedEverybody(clock, stop);
        var found = wanted.Query is { } query ? await store.ScoresOf(query, stop) : null;
        var stretch = await store.StretchFor(await store.TempoOf(stop), stop);
        return (new Listing(everybody, wanted, today, stretch).Narrow(found?.Scores), found);
    }

    /// <summary>Those whose tie was not weighed today are weighed now, if the list is sorted by it.</summary>
    private static async Task<Dictionary<Guid, double>> StrengthsMissing(this Store store, PeopleWanted wanted, IReadOnlyList<ListLine> lines, DateOnly today, CancellationToken stop) =>
        wanted.SortedBy != ListSort.Strength ? [] : await store.StrengthsOf([.. lines.Where(l => l.StrengthOn != today).Select(l => l.Id)], today, stop);

    private static async Task<List<Person>> InOrder(this Store store, IReadOnlyList<Guid> ids, CancellationToken stop)
    {
        var people = new Dictionary<Guid, Person>(ids.Count);
        foreach (var some in ids.Chunk(Store.MostParameters))
            foreach (var person in await Some.For(store)(store, some).ToListAsync(stop)) people.Add(person.Id, person);
        return [.. ids.Select(people.GetValueOrDefault).OfType<Person>()];
    }

    private static readonly Question<Func<Store, Guid[], IAsyncEnumerable<Person>>> Some = new(() =>
        EF.CompileAsyncQuery((Store store, Guid[] ids) => store.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id))));
}
