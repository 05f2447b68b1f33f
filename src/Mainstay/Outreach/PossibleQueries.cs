using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Outreach;

/// <summary>Everybody it may be in a week.</summary>
internal static class PossibleQueries
{
    /// <summary>So long nothing has passed between the owner and whoever is seldom seen; and so long ago it was that they met somebody once. Before that, what to write after meeting is asked elsewhere.</summary>
    private const int QuietDays = 60, SinceMet = 14;

    /// <summary>Who was, when the week began, neither near nor over nor paused: people seldom seen or met once, and candidates not written to yet. Whoever is both has to be so as both. When Today has named somebody already, nobody else is looked at.</summary>
    public static async Task<List<Possible>> PossibleIn(this Store store, IReadOnlyCollection<Guid> near, Guid? named, DateOnly week, DateOnly today, CancellationToken stop)
    {
        var lines = await store.AllCandidates(today, stop);
        IQueryable<Person> looked = store.People;
        if (named is not null)
        {
            lines = [.. lines.Where(l => l.It.Id == named)];
            Guid[] only = [named.Value, .. lines.Select(l => l.It.PersonId).OfType<Guid>()];
            looked = looked.Where(p => only.Contains(p.Id));
        }
        var before = lines.Where(l => l.It.NoticedOn < week).ToList();
        var madeCandidates = lines.Where(l => l.It.NoticedOn >= week).Select(l => l.It.PersonId).OfType<Guid>().ToHashSet();
        var people = new Dictionary<Guid, Possible>();
        foreach (var person in await store.SeldomSeen(looked, week, stop)) people[person.Id] = person;
        foreach (var person in await store.MetOnceOrAnswered(looked, week, stop)) people[person.Id] = person;
        foreach (var id in near) people.Remove(id);
        List<Possible> candidates = [.. from line in before
                                        where IsPossible(line, week, today) && (line.It.PersonId is not { } person || people.ContainsKey(person))
                                        select new Possible(line.It.Id) { PersonId = line.It.PersonId, Candidate = line.It, MetOnceOn = people.GetValueOrDefault(line.It.PersonId ?? Guid.Empty)?.MetOnceOn, IsAnswered = IsAnswered(line, week) }];
        var asCandidates = before.Select(l => l.It.PersonId).OfType<Guid>().ToHashSet();
        return [.. candidates, .. people.Values.Where(p => !asCandidates.Contains(p.Id)).Select(p => madeCandidates.Contains(p.Id) ? p with { IsAnswered = true } : p)];
    }

    /// <summary>When the week began nobody had written to them, nothing more pressing is to be done about them, and the owner did not put them off. Whoever was written to waits for the one further word that there is at most.</summary>
    private static bool IsPossible(CandidateLine line, DateOnly week, DateOnly today)
    {
        var it = line.It;
        if (Enum.GetValues<Stage>().Any(s => s > Stage.Noticed && it.DayOf(s) < week) || it.RestingSince < week) return false;
        return IsAnswered(line, week) || (it is { Stage: Stage.Noticed, NextOn: null } && !(it.QuietUntil > today) && line.StepOn(today) is CandidateStep.Wait or CandidateStep.Write);
    }

    private static bool IsAnswered(CandidateLine line, DateOnly week) =>
        Enum.GetValues<Stage>().Any(s => line.It.DayOf(s) >= week) || line.It.FollowedUpOn >= week || line.It.RestingSince >= week || line.TouchedOn >= week;

    private static async Task<IEnumerable<Possible>> SeldomSeen(this Store store, IQueryable<Person> people, DateOnly week, CancellationToken stop)
    {
        var (ties, since) = (store.Ties, week.AddDays(-QuietDays));
        var far = await (from person in people
                         join tie in ties on person.Id equals tie.Id into known
                         from tie in known.DefaultIfEmpty()
                         where tie == null || (tie.Verdict != Verdict.Over && !tie.Paused && (tie.LastTouchOn == null || tie.LastTouchOn < since))
                         select person.Id).ToListAsync(stop);
        return far.Select(id => new Possible(id) { PersonId = id });
    }

    /// <summary>Whom the owner met once, not just now; and whoever was seldom seen or met once until this week.</summary>
    private static async Task<IEnumerable<Possible>> MetOnceOrAnswered(this Store store, IQueryable<Person> people, DateOnly week, CancellationToken stop)
    {
        var since = week.AddDays(-QuietDays);
        var lively = await (from tie in store.Ties
                            where tie.Verdict != Verdict.Over && !tie.Paused && (tie.LastTouchOn >= week || (tie.LastTouchOn >= since && tie.ContactDays == 1))
                            join person in people on tie.Id equals person.Id
                            select new { tie.Id, tie.FirstTouchOn, tie.LastTouchOn }).ToListAsync(stop);
        // Whoever was known before has met the owner more than once: of them it matters only whether anything passed.
        var (known, passed) = (await store.HeardOf([.. lively.Where(l => !(l.FirstTouchOn >= since)).Select(l => l.Id)], since, week, stop), await store.Passed([.. lively.Where(l => l.FirstTouchOn >= since).Select(l => l.Id)], week, stop));
        return from one in lively
               let met = MetOnce([.. passed[one.Id]], one.FirstTouchOn, week)
               where met is not null || !(passed[one.Id].Any() || known.Contains(one.Id))
               select new Possible(one.Id) { PersonId = one.Id, MetOnceOn = met, IsAnswered = one.LastTouchOn >= week };
    }

    private static async Task<HashSet<Guid>> HeardOf(this Store store, IReadOnlyCollection<Guid> people, DateOnly since, DateOnly week, CancellationToken stop)
    {
        var heard = new HashSet<Guid>();
        foreach (var some in people.Chunk(Store.MostParameters))
            heard.UnionWith(await store.TouchPeople.Where(t => some.Contains(t.PersonId) && t.On >= since && t.On < week).Select(t => t.PersonId).Distinct().ToListAsync(stop));
        return heard;
    }

    private static async Task<ILookup<Guid, (DateOnly On, TouchKind Kind)>> Passed(this Store store, IReadOnlyCollection<Guid> people, DateOnly week, CancellationToken stop)
    {
        var (touches, passed) = (store.Touches, new List<(Guid Person, DateOnly On, TouchKind Kind)>());
        foreach (var some in people.Chunk(Store.MostParameters))
            passed.AddRange((await (from there in store.TouchPeople
                                    where some.Contains(there.PersonId) && there.On < week
                                    join touch in touches on there.TouchId equals touch.Id
                                    select new { there.PersonId, there.On, touch.Kind }).ToListAsync(stop)).Select(t => (t.PersonId, t.On, t.Kind)));
        return passed.ToLookup(t => t.Person, t => (t.On, t.Kind));
    }

    /// <summary>The day, when nothing else ever passed; null when more did, or when it was not a talk face to face, or only just.</summary>
    private static DateOnly? MetOnce(List<(DateOnly On, TouchKind Kind)> passed, DateOnly? first, DateOnly week) =>
        passed.Count > 0 && passed.TrueForAll(t => t.On == first && t.Kind is TouchKind.Meeting or TouchKind.Video) && first <= week.AddDays(-SinceMet) ? first : null;
}
