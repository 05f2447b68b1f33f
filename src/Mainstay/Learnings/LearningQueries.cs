using Mainstay.Board;
using Mainstay.Gatherings;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Learnings;

/// <summary>A learning, from whom, and at what: what of it is still there.</summary>
public sealed record LearningLine(Learning It, string? Name, string? Gathering, TouchKind? Touch, bool IsAdvice)
{
    public PersonLine? Person => It.PersonId is { } id && Name is not null ? new(id, Name) : null;
}

/// <summary>Where something was learned, to choose from: a contact, advice or a gathering of a person.</summary>
/// <param name="Key">As a form sends it: what it is, and its id.</param>
/// <param name="On">The day.</param>
/// <param name="Sentence">How it is called.</param>
public sealed record LearningSource(string Key, DateOnly On, Reason Sentence);

public static class LearningQueries
{
    public const int MostShown = 500;

    private const int MostSources = 5;

    /// <summary>All learnings, the latest first; only what was learned from a person, or where they say so.</summary>
    public static async Task<IReadOnlyList<LearningLine>> AllLearnings(this Store store, CancellationToken stop, Guid? person = null, Guid? gathering = null, int most = MostShown) =>
        await store.Lines(store.Learnings.Where(l => (person == null || l.PersonId == person) && (gathering == null || l.GatheringId == gathering)).OrderByDescending(l => l.On).ThenByDescending(l => l.Id).Take(most)).ToListAsync(stop);

    public static async Task<LearningLine> LearningOf(this Store store, Guid id, CancellationToken stop) =>
        await store.Lines(store.Learnings.Where(l => l.Id == id)).FirstOrDefaultAsync(stop) ?? throw new NotFound("Learnings.NotThere");

    /// <summary>The one learning whose id ends so.</summary>
    public static async Task<LearningLine> LearningEndingWith(this Store store, string end, CancellationToken stop) =>
        (await store.Learnings.AsNoTracking().Select(l => l.Id).ToListAsync(stop)).FindAll(id => new Learning { Id = id, Text = "" }.EndsSo(end)) is [var one] ? await store.LearningOf(one, stop) : throw new NotFound("Learnings.NoneCalled", end);

    /// <summary>What was learned about a topic: what says so in its own topic first, then what says it in its words; the latest first.</summary>
    public static async Task<IReadOnlyList<LearningLine>> LearningsAbout(this Store store, string topic, int most, CancellationToken stop)
    {
        var meant = TopicWords.Of(topic);
        if (meant.IsEmpty) return [];
        return [.. (await store.AllLearnings(stop, most: int.MaxValue))
            .Select(l => (Line: l, Rank: l.It.Topic is { } said && TopicWords.Of(said).Meets(meant) ? 2 : TopicWords.Of($"{l.It.Topic} {l.It.Text}").Says(meant) ? 1 : 0))
            .Where(l => l.Rank > 0).OrderByDescending(l => l.Rank).Take(most).Select(l => l.Line)];
    }

    /// <summary>What comes back by then, the longest overdue first.</summary>
    public static async Task<IReadOnlyList<LearningLine>> LearningsDue(this Store store, DateOnly today, CancellationToken stop) =>
        await store.Lines(store.Learnings.Where(l => l.NextOn <= today).OrderBy(l => l.NextOn).ThenBy(l => l.Id).Take(MostSources)).ToListAsync(stop);

    /// <summary>The topics that were given, each once.</summary>
    public static async Task<IReadOnlyList<string>> LearningTopics(this Store store, CancellationToken stop) =>
        [.. (await store.Learnings.AsNoTracking().Where(l => l.Topic != null).Select(l => l.Topic!).Distinct().ToListAsync(stop)).Order(StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>At what something may have been learned from a person: the latest contacts, advice and gatherings.</summary>
    public static async Task<IReadOnlyList<LearningSource>> SourcesWith(this Store store, Guid person, CancellationToken stop)
    {
        var touches = store.Touches;
        var lately = await (from there in store.TouchPeople.AsNoTracking()
                            where there.PersonId == person
                            join touch in touches on there.TouchId equals touch.Id
                            orderby touch.On descending, touch.Id descending
                            select new { touch.Id, touch.On, touch.Kind }).Take(MostSources).ToListAsync(stop);
        return
        [
            .. lately.Select(t => new LearningSource($"touch {t.Id}", t.On, LearningWords.Touch(t.Kind))),
            .. (await store.AllAdvice(stop, person, MostSources)).Select(a => new LearningSource($"advice {a.Advice.Id}", a.Advice.On, new("Learnings.ByAdvice", Texts.Shortened(a.Advice.Text, 60)))),
            .. (await store.EncountersOf(stop, person: person)).Take(MostSources).Select(e => new LearningSource($"gathering {e.At.Id}", e.Encounter.On, new("Learnings.ByGathering", e.At.Name))),
        ];
    }

    private static IQueryable<LearningLine> Lines(this Store store, IQueryable<Learning> learnings)
    {
        var (people, gatherings, touches, advice) = (store.People, store.Gatherings, store.Touches, store.Advice);
        return from one in learnings.AsNoTracking()
               join person in people on one.PersonId equals person.Id into said
               from person in said.DefaultIfEmpty()
               join gathering in gatherings on one.GatheringId equals gathering.Id into held
               from gathering in held.DefaultIfEmpty()
               join touch in touches on one.TouchId equals touch.Id into met
               from touch in met.DefaultIfEmpty()
               select new LearningLine(one, person.Name, gathering.Name, touch == null ? null : touch.Kind, advice.Any(a => a.Id == one.AdviceId));
    }
}
