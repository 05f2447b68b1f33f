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

    /// <summary>Who was, when the week began, neither near nor over nor paused: people seldom seen or met once, and candidates not met yet.</summary>
    public static async Task<List<Possible>> PossibleIn(this Store store, IReadOnlyCollection<Guid> near, DateOnly week, DateOnly today, CancellationToken stop)
    {
        var lines = await store.AllCandidates(today, stop);
        var before = lines.Where(l => l.It.NoticedOn < week).ToList();
        var (taken, madeCandidates) = (near.ToHashSet(), lines.Where(l => l.It.NoticedOn >= week).Select(l => l.It.PersonId).OfType<Guid>().ToHashSet());
        var letBe = await store.LetBe([.. before.Select(l => l.It.PersonId).OfType<Guid>()], stop);
        letBe.UnionWith(taken);
        List<Possible> candidates = [.. before.Where(l => !(l.It.PersonId is { } person && letBe.Contains(person)) && IsPossible(l, week, today)).Select(l => new Possible(l.It.Id) { PersonId = l.It.PersonId, Candidate = l.It, IsAnswered = IsAnswered(l, week) })];
        taken.UnionWith(before.Select(l => l.It.PersonId).OfType<Guid>());
        List<Possible> people = [.. await store.SeldomSeen(week, stop), .. await store.MetOnceOrAnswered(week, stop)];
        return [.. candidates, .. people.Where(p => !taken.Contains(p.Id)).Select(p => madeCandidates.Contains(p.Id) ? p with { IsAnswered = true } : p)];
    }

    /// <summary>Nothing more pressing is to be done about them, and the owner did not put them off.</summary>
    private static bool IsPossible(CandidateLine line, DateOnly week, DateOnly today)
    {
        var it = line.It;
        if (Enum.GetValues<Stage>().Any(s => s >= Stage.Met && it.DayOf(s) < week) || it.RestingSince < week) return false;
        return IsAnswered(line, week) || (it.NextOn is null && !(it.QuietUntil > today) && line.StepOn(today) is CandidateStep.Wait or CandidateStep.Write);
    }

    private static bool IsAnswered(CandidateLine line, DateOnly week) =>
        Enum.GetValues<Stage>().Any(s => line.It.DayOf(s) >= week) || line.It.FollowedUpOn >= week || line.It.RestingSince >= week || line.TouchedOn >= week;

    /// <summary>Of these, whom the owner called over or paused.</summary>
    private static async Task<HashSet<Guid>> LetBe(this Store store, Guid[] people, CancellationToken stop)
    {
        var all = new HashSet<Guid>();
        foreach (var some in people.Chunk(Store.MostParameters))
            all.UnionWith(await store.Ties.Where(t => some.Contains(t.Id) && (t.Verdict == Verdict.Over || t.Paused)).Select(t => t.Id).ToListAsync(stop));
        return all;
    }

    private static async Task<IEnumerable<Possible>> SeldomSeen(this Store store, DateOnly week, CancellationToken stop)
    {
        var (people, ties, since) = (store.People, store.Ties, week.AddDays(-QuietDays));
        var far = await (from person in people
                         join tie in ties on person.Id equals tie.Id into known
                         from tie in known.DefaultIfEmpty()
                         where tie == null || (tie.Verdict != Verdict.Over && !tie.Paused && (tie.LastTouchOn == null || tie.LastTouchOn < since))
                         select person.Id).ToListAsync(stop);
        return far.Select(id => new Possible(id) { PersonId = id });
    }

    /// <summary>Whom the owner met once, not just now; and whoever was seldom seen or met once until this week.</summary>
    private static async Task<IEnumerable<Possible>> MetOnceOrAnswered(this Store store, DateOnly week, CancellationToken stop)
    {
        var (people, since, touches) = (store.People, week.AddDays(-QuietDays), store.Touches);
        var lively = await (from tie in store.Ties
                            where tie.Verdict != Verdict.Over && !tie.Paused && (tie.LastTouchOn >= week || (tie.LastTouchOn >= since && tie.ContactDays == 1))
                            join person in people on tie.Id equals person.Id
                            select new { tie.Id, tie.FirstTouchOn, tie.LastTouchOn }).ToListAsync(stop);
        var before = new List<(Guid Person, DateOnly On, TouchKind Kind)>();
        foreach (var some in lively.Select(l => l.Id).Chunk(Store.MostParameters))
            before.AddRange((await (from there in store.TouchPeople
                                    where some.Contains(there.PersonId) && there.On >= since && there.On < week
                                    join touch in touches on there.TouchId equals touch.Id
                                    select new { there.PersonId, there.On, touch.Kind }).ToListAsync(stop)).Select(t => (t.PersonId, t.On, t.Kind)));
        var passed = before.ToLookup(t => t.Person);
        return from one in lively
               let met = MetOnce([.. passed[one.Id].Select(t => (t.On, t.Kind))], one.FirstTouchOn, week)
               where met is not null || !passed[one.Id].Any()
               select new Possible(one.Id) { PersonId = one.Id, MetOnceOn = met, IsAnswered = one.LastTouchOn >= week };
    }

    /// <summary>The day, when nothing else ever passed; null when more did, or when it was not a talk face to face, or only just.</summary>
    private static DateOnly? MetOnce(List<(DateOnly On, TouchKind Kind)> passed, DateOnly? first, DateOnly week) =>
        passed.Count > 0 && passed.TrueForAll(t => t.On == first && t.Kind is TouchKind.Meeting or TouchKind.Video) && first <= week.AddDays(-SinceMet) ? first : null;
}
