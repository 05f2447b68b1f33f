using Mainstay.Accounts;
using Mainstay.Board;
using Mainstay.Exchange;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Reviews;

/// <summary>Gathers what happened in a time; people in the trash took no part in it.</summary>
internal static class HappeningsQueries
{
    /// <summary>Who looks back, and from which day.</summary>
    internal sealed record LookingBack(Owner Owner, DateOnly Today);

    /// <summary>What happened after a day, up to another.</summary>
    public static async Task<Happenings> HappenedSince(this Store store, DateOnly since, IReadOnlyList<Need> needs, IReadOnlyList<SeatLine> seats, LookingBack look, CancellationToken stop)
    {
        var asks = await store.AsksSince(since, stop);
        var favours = await store.FavoursSince(since, look.Today, stop);
        return new()
        {
            Since = since,
            NeedsCame = [.. needs.Where(n => n.ClosedOn is null && look.Owner.DayAt(n.CreatedAt) > since).Select(n => n.Topic)],
            NeedsWent = [.. needs.Where(n => n.ClosedOn > since && n.ClosedOn <= look.Today).Select(n => n.Topic)],
            GoalsReached = await store.Goals.Where(g => g.ReachedOn > since && g.ReachedOn <= look.Today).OrderBy(g => g.ReachedOn).ThenBy(g => g.Id).Select(g => g.Text).ToListAsync(stop),
            Asked = asks.Count,
            Answered = asks.Count(a => a is AskState.Yes or AskState.MoreWanted or AskState.NotNow or AskState.No),
            SaidYes = asks.Count(a => a == AskState.Yes),
            HelpedYou = favours.GetValueOrDefault(Way.Received, []),
            YouHelped = favours.GetValueOrDefault(Way.Given, []),
            OpenedDoors = await store.OpenedSince(since, look.Today, stop),
            Agreed = await store.AgreedSince(since, look.Today, stop),
            TookSeats = [.. seats.Where(s => s.StateOn(look.Today) == SeatState.Taken && s.Since > since && s.Since <= look.Today).Select(s => s.Name!).Distinct()],
            CameNear = await store.NearSince(since, look.Today, stop),
        };
    }

    private static Task<List<AskState>> AsksSince(this Store store, DateOnly since, CancellationToken stop)
    {
        var people = store.People;
        return (from ask in store.Asks
                where (ask.SentOn > since || ask.AnsweredOn > since) && ask.State != AskState.Withdrawn && people.Any(p => p.Id == ask.PersonId)
                select ask.State).ToListAsync(stop);
    }

    private static async Task<Dictionary<Way, IReadOnlyList<string>>> FavoursSince(this Store store, DateOnly since, DateOnly today, CancellationToken stop)
    {
        var people = store.People;
        var all = await (from favour in store.Favours
                         where favour.On > since && favour.On <= today
                         join person in people on favour.PersonId equals person.Id
                         select new { favour.Way, person.Id, person.Name, person.SortKey }).Distinct().ToListAsync(stop);
        return all.GroupBy(f => f.Way).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.OrderBy(f => f.SortKey, StringComparer.Ordinal).ThenBy(f => f.Id).Select(f => f.Name)]);
    }

    private static async Task<IReadOnlyList<string>> OpenedSince(this Store store, DateOnly since, DateOnly today, CancellationToken stop)
    {
        var people = store.People;
        var doors = from door in store.Opportunities
                    where door.On > since && door.On <= today
                    join person in people on door.PersonId equals person.Id
                    select new { person.Id, person.Name, person.SortKey };
        return [.. (await doors.Distinct().ToListAsync(stop)).OrderBy(p => p.SortKey, StringComparer.Ordinal).ThenBy(p => p.Id).Select(p => p.Name)];
    }

    private static async Task<IReadOnlyList<string>> AgreedSince(this Store store, DateOnly since, DateOnly today, CancellationToken stop)
    {
        var people = store.People;
        var agreed = from supporter in store.Supporters
                     where supporter.AgreedOn > since && supporter.AgreedOn <= today
                     join person in people on supporter.PersonId equals person.Id
                     select new { person.Id, person.Name, person.SortKey };
        return [.. (await agreed.Distinct().ToListAsync(stop)).OrderBy(p => p.SortKey, StringComparer.Ordinal).ThenBy(p => p.Id).Select(p => p.Name)];
    }

    /// <summary>Those near the owner with whom the first contact that is noted is newer.</summary>
    private static Task<List<string>> NearSince(this Store store, DateOnly since, DateOnly today, CancellationToken stop)
    {
        var people = store.People;
        return (from tie in store.Ties
                where tie.FirstTouchOn > since && tie.FirstTouchOn <= today && tie.Verdict != Verdict.Over && (tie.Layer == Layer.Core || tie.Layer == Layer.Close || tie.Layer == Layer.Extended)
                join person in people on tie.Id equals person.Id
                orderby tie.Layer, person.SortKey, person.Id
                select person.Name).ToListAsync(stop);
    }
}
