using Mainstay.Accounts;
using Mainstay.Exchange;
using Mainstay.Giving;
using Mainstay.Introductions;
using Mainstay.Learnings;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Reviews;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Insights;

/// <summary>Looks up what the rooms know of a year; people in the trash took no part in it.</summary>
public sealed class YearQueries(FirstCameQueries beginnings)
{
    /// <summary>Whoever was met on so few days of a year is not said to have faded in the next.</summary>
    private const int FewDays = 2;

    private const int LongestTitle = 90;

    /// <summary>A year up to today.</summary>
    /// <param name="store">Of the space.</param>
    /// <param name="of">Which; not after today's.</param>
    /// <param name="owner">Whose days are counted.</param>
    /// <param name="today">The owner's day.</param>
    /// <param name="stop">Breaks off.</param>
    public async Task<Year> Year(Store store, int of, Owner owner, DateOnly today, CancellationToken stop)
    {
        var (from, end) = (new DateOnly(of, 1, 1), new DateOnly(of, 12, 31));
        var until = end < today ? end : today;
        var facts = new YearFacts { Of = of, Until = until };
        facts = await WithPeople(store, facts, from, stop);
        facts = await WithHelp(store, facts, from, today, stop);
        facts = await WithNeeds(store, facts, from, owner, stop);
        facts = await WithLearnings(store, facts, from, stop);
        return new(of, until, await First(store, of, owner, stop), YearStory.Parts(facts), await beginnings.FirstCame(store, today, stop));
    }

    private static async Task<YearFacts> WithPeople(Store store, YearFacts year, DateOnly from, CancellationToken stop)
    {
        var people = store.People;
        var here = store.TouchPeople.Where(t => t.On >= from && t.On <= year.Until);
        var came = await (from tie in store.Ties.AsNoTracking()
                          where tie.FirstTouchOn >= @from && tie.FirstTouchOn <= year.Until
                          join person in people on tie.Id equals person.Id
                          orderby tie.Layer == Layer.None, tie.Layer, person.SortKey, person.Id
                          select new { person.Id, person.Name }).ToListAsync(stop);
        return year with
        {
            Touches = [.. (await store.TouchesByDay(from, year.Until, stop)).SelectMany(t => Enumerable.Repeat(t.Key, t.Value))],
            TouchedPeople = await people.CountAsync(p => here.Any(t => t.PersonId == p.Id), stop),
            CameIn = [.. came.Select(c => Person(c.Id, c.Name))],
            Faded = year.IsOver ? await Faded(store, year, from, stop) : [],
        };
    }

    /// <summary>Person by person, for their touches lie together: much faster than touch by touch.</summary>
    private static async Task<IReadOnlyList<YearName>> Faded(Store store, YearFacts year, DateOnly from, CancellationToken stop)
    {
        var before = from.AddYears(-1);
        var here = store.TouchPeople.Where(t => t.On >= from && t.On <= year.Until);
        var last = store.TouchPeople.Where(t => t.On >= before && t.On < from);
        var gone = await store.People.Where(p => last.Any(t => t.PersonId == p.Id) && !here.Any(t => t.PersonId == p.Id))
            .Select(p => new { p.Id, p.Name, Days = last.Where(t => t.PersonId == p.Id).Select(t => t.On).Distinct().Count() }).Where(g => g.Days >= FewDays).OrderByDescending(g => g.Days).ThenBy(g => g.Id).ToListAsync(stop);
        return gone.ConvertAll(g => Person(g.Id, g.Name));
    }

    private static async Task<YearFacts> WithHelp(Store store, YearFacts year, DateOnly from, DateOnly today, CancellationToken stop)
    {
        var (people, until) = (store.People, year.Until);
        var favours = await store.Favours.Where(f => f.On >= from && f.On <= until && people.Any(p => p.Id == f.PersonId)).Select(f => new { f.Way, f.On, f.PersonId }).ToListAsync(stop);
        var asks = await store.Asks.AsNoTracking().Where(a => a.SentOn >= from && a.SentOn <= until && a.State != AskState.Withdrawn && people.Any(p => p.Id == a.PersonId)).OrderBy(a => a.SentOn).ThenBy(a => a.Id).Select(a => new { a.Id, a.What, a.IsConfidential, a.State, a.AnswerBy, a.Outcome }).ToListAsync(stop);
        var gifts = (await store.AllGifts(today, stop)).Where(g => g.It.Since <= until && !(g.It.Until < from)).OrderBy(g => g.It.Since).ThenBy(g => g.It.Id);
        return year with
        {
            Favours = favours.ConvertAll(f => (f.Way, f.On, f.PersonId)),
            Doors = await store.Opportunities.Where(o => o.On >= from && o.On <= until && people.Any(p => p.Id == o.PersonId)).Select(o => o.State).ToListAsync(stop),
            Introductions = await store.Introductions.CountAsync(i => i.ConnectorId == null && i.OpenedOn >= from && i.OpenedOn <= until && people.Any(p => p.Id == i.FirstId) && people.Any(p => p.Id == i.SecondId), stop),
            Gifts = [.. gifts.Select(g => new YearName(Texts.Shortened(g.It.What, LongestTitle), $"{GivingPage.Address}/{g.It.Id}"))],
            Asks = asks.ConvertAll(a => (new YearName(a.IsConfidential ? Speech.Say("Exchange.Confidential") : Texts.Shortened(a.What, LongestTitle), $"/asks/{a.Id}"), a.State == AskState.Sent && a.AnswerBy < today ? AskState.NoAnswer : a.State)),
            AsksHelped = asks.Count(a => a.Outcome is Outcome.Helped or Outcome.Partly),
        };
    }

    private static async Task<YearFacts> WithNeeds(Store store, YearFacts year, DateOnly from, Owner owner, CancellationToken stop)
    {
        var until = year.Until;
        var needs = await store.OpenNeeds(stop, closed: true);
        var goals = await store.Goals.Where(g => g.ReachedOn >= from && g.ReachedOn <= until).OrderBy(g => g.ReachedOn).ThenBy(g => g.Id).Select(g => g.Text).ToListAsync(stop);
        var reviews = await store.Reviews.Where(r => r.On >= from && r.On <= until && r.Coverage != null).OrderBy(r => r.On).Select(r => new { r.On, r.Coverage }).ToListAsync(stop);
        return year with
        {
            NeedsCame = [.. needs.Where(n => owner.DayAt(n.CreatedAt) is var on && on >= from && on <= until).Select(n => n.Topic)],
            NeedsWent = [.. needs.Where(n => n.ClosedOn >= from && n.ClosedOn <= until).Select(n => n.Topic)],
            GoalsReached = goals,
            Reviews = reviews.ConvertAll(r => (r.On, r.Coverage!.Value)),
        };
    }

    private static async Task<YearFacts> WithLearnings(Store store, YearFacts year, DateOnly from, CancellationToken stop)
    {
        var learned = await store.Learnings.AsNoTracking().Where(l => l.On >= from && l.On <= year.Until).OrderBy(l => l.On).ThenBy(l => l.Id).ToListAsync(stop);
        return year with { Learnings = learned.ConvertAll(l => new YearName(LearningWords.Title(l), LearningWords.Href(l.Id))), LearningsUsed = learned.Count(l => l.Used is not null) };
    }

    /// <summary>The earliest year of which there is something to tell.</summary>
    private static async Task<int> First(Store store, int of, Owner owner, CancellationToken stop)
    {
        var people = store.People;
        DateOnly?[] days =
        [
            await store.Ties.Where(t => people.Any(p => p.Id == t.Id)).MinAsync(t => t.FirstTouchOn, stop),
            await store.Favours.Where(f => people.Any(p => p.Id == f.PersonId)).MinAsync(f => (DateOnly?)f.On, stop),
            await store.Opportunities.Where(o => people.Any(p => p.Id == o.PersonId)).MinAsync(o => (DateOnly?)o.On, stop),
            await store.Asks.Where(a => a.State != AskState.Withdrawn && people.Any(p => p.Id == a.PersonId)).MinAsync(a => a.SentOn, stop),
            await store.Gifts.MinAsync(g => (DateOnly?)g.Since, stop),
            await store.Learnings.MinAsync(l => (DateOnly?)l.On, stop),
            await store.Goals.MinAsync(g => g.ReachedOn, stop),
            await store.Reviews.Where(r => r.Coverage != null).MinAsync(r => (DateOnly?)r.On, stop),
            await store.Needs.MinAsync(n => (DateTime?)n.CreatedAt, stop) is { } noted ? owner.DayAt(noted) : null,
        ];
        return Math.Min(of, days.Min()?.Year ?? of);
    }

    private static YearName Person(Guid id, string name) => new(name, $"/people/{id}");
}
