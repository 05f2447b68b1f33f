using Mainstay.Algorithms.Series;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rhythm;

/// <summary>Somebody who is due, and how the tie stands.</summary>
public sealed record DuePerson(Guid Id, string Name, Standing Standing);

public static class TieQueries
{
    /// <summary>How the tie with a person stands, whether or not anything was ever noted of it.</summary>
    public static async Task<Standing> TieOf(this Store store, Guid person, DateOnly today, CancellationToken stop)
    {
        if ((await store.TiesOf([person], today, stop)).GetValueOrDefault(person) is { } known) return known;
        await store.ThrowUnlessThere([person], stop);
        var since = await store.DaysOfArrival([person], stop);
        return Standing.Of(new Tie { Id = person, Since = since[person] }, [], ContactForecast.Default, today);
    }

    /// <summary>What the owner wants of the tie with a person, and when it is due, without an estimate and without what they think of them; null when nothing was ever noted of it.</summary>
    public static Task<Tie?> KeptTieOf(this Store store, Guid person, CancellationToken stop) => store.Ties.AsNoTracking().Where(t => t.Id == person)
        .Select(t => new Tie { Id = t.Id, Layer = t.Layer, CadenceDays = t.CadenceDays, Verdict = t.Verdict, DueOn = t.DueOn }).FirstOrDefaultAsync(stop);

    /// <summary>How the ties with these people stand. Nobody is listed of whom nothing was noted.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Standing>> TiesOf(this Store store, IReadOnlyCollection<Guid> people, DateOnly today, CancellationToken stop)
    {
        var tempo = await store.TempoOf(stop);
        var (model, stretch) = (Estimates.ModelOf(tempo), await store.StretchFor(tempo, stop));
        var standing = new Dictionary<Guid, Standing>(people.Count);
        foreach (var some in people.Distinct().Chunk(Store.MostParameters))
            foreach (var known in await TiesOfSome.For(store)(store, some).ToListAsync(stop))
                standing.Add(known.Tie.Id, known.SeenBy(store).Stand(model, today, stretch));
        return standing;
    }

    /// <summary>Who is due on a day and may be named, the most pressing first.</summary>
    public static async Task<IReadOnlyList<DuePerson>> DueOn(this Store store, DateOnly day, CancellationToken stop)
    {
        var tempo = await store.TempoOf(stop);
        var (model, stretch) = (Estimates.ModelOf(tempo), await store.StretchFor(tempo, stop));
        var known = await Due.For(store)(store, day).ToListAsync(stop);
        return
        [
            .. known.Select(k => new DuePerson(k.Tie.Id, k.Name, k.SeenBy(store).Stand(model, day, stretch))).Where(d => DueList.IsWorthNaming(d.Standing))
                .OrderBy(d => DueList.GoesLast(d.Standing)).ThenByDescending(d => d.Standing.Priority)
                .ThenBy(d => d.Name, StringComparer.Ordinal).ThenBy(d => d.Id),
        ];
    }

    private static readonly Question<Func<Store, DateOnly, IAsyncEnumerable<KnownTie>>> Due = new(() => EF.CompileAsyncQuery((Store store, DateOnly day) =>
        from tie in store.Set<Tie>().AsNoTracking()
        where tie.DueOn <= day && tie.Verdict != Verdict.Over && !(tie.SnoozedUntil > day) && (!tie.Paused || tie.PausedUntil <= day)
        join person in store.Set<Person>() on tie.Id equals person.Id
        join packed in store.Set<PackedContacts>() on tie.Id equals packed.Id into history
        from packed in history.DefaultIfEmpty()
        select new KnownTie(tie, person.Name, packed.Packed)));

    public static Task<Tempo?> TempoOf(this Store store, CancellationToken stop) => OneTempo.For(store)(store);

    private static readonly Question<Func<Store, Task<Tempo?>>> OneTempo = new(() => EF.CompileAsyncQuery((Store store) => store.Set<Tempo>().AsNoTracking().FirstOrDefault()));

    /// <summary>By how much rhythms are stretched to fit the owner's week.</summary>
    public static async Task<Stretch> StretchFor(this Store store, Tempo? tempo, CancellationToken stop)
    {
        if (tempo?.WeeklyMinutes is null) return Stretch.None;
        return TimeBudget.Fit(await store.Loads(stop), tempo.WeeklyMinutes);
    }

    /// <summary>What the rhythms of all ties would take, alike ones together.</summary>
    public static async Task<IReadOnlyCollection<TieLoad>> Loads(this Store store, CancellationToken stop)
    {
        var people = store.People;
        var alike = await store.Ties.Where(t => t.DueOn != null && t.Verdict != Verdict.Over && !t.Paused && people.Any(p => p.Id == t.Id))
            .GroupBy(t => new { t.Layer, t.CadenceDays, t.LastTouchKind }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        return
        [
            .. alike.OrderBy(a => a.Key.Layer).ThenBy(a => a.Key.CadenceDays).ThenBy(a => a.Key.LastTouchKind)
                .Select(a => new TieLoad(a.Key.Layer, a.Key.CadenceDays ?? Layers.CadenceOf(a.Key.Layer)!.Value, TimeBudget.MinutesOf(a.Key.LastTouchKind), a.Count)),
        ];
    }

    /// <summary>Who is in which layer, by name.</summary>
    public static async Task<ILookup<Layer, PersonLine>> PeopleByLayer(this Store store, CancellationToken stop)
    {
        var settled = from tie in store.Ties
                      join person in store.People on tie.Id equals person.Id
                      where tie.Layer != Layer.None
                      orderby person.SortKey, person.Id
                      select new { tie.Layer, person.Id, person.Name };
        return (await settled.ToListAsync(stop)).ToLookup(p => p.Layer, p => new PersonLine(p.Id, p.Name));
    }

    /// <summary>Who may belong to which layer; nobody who is in one already.</summary>
    public static async Task<IReadOnlyList<Proposal>> Proposals(this Store store, DateOnly today, CancellationToken stop)
    {
        var ties = await store.Known(store.Ties).ToListAsync(stop);
        var settled = ties.GroupBy(t => t.Tie.Layer).ToDictionary(g => g.Key, g => g.Count());
        var known = ties.ToDictionary(t => t.Tie.Id);
        var people = await store.People.Select(p => new { p.Id, p.Name }).ToListAsync(stop);
        var roles = (await store.Roles.Where(r => r.Until == null || r.Until > today).OrderBy(r => r.Position).Select(r => new { r.PersonId, r.Name }).ToListAsync(stop)).ToLookup(r => r.PersonId, r => r.Name);
        var dated = (await store.ImportantDates.Select(d => d.PersonId).Distinct().ToListAsync(stop)).ToHashSet();
        var newcomers = from p in people
                        let tie = known.GetValueOrDefault(p.Id)
                        where tie is null || (tie.Tie.Layer == Layer.None && tie.Tie.Verdict != Verdict.Over)
                        select new Newcomer(p.Id, p.Name)
                        {
                            Roles = [.. roles[p.Id]],
                            HasDate = dated.Contains(p.Id),
                            Strength = tie is null ? 0 : Strength.Of(tie.Days, tie.Tie.Closeness, today).Value,
                            ContactDays = tie?.Tie.ContactDays ?? 0,
                            LastTouchOn = tie?.Tie.LastTouchOn,
                        };
        return StartWithFive.Propose(newcomers, settled, today);
    }

    /// <summary>Ties with what is known of them; nobody from the trash.</summary>
    private static IQueryable<KnownTie> Known(this Store store, IQueryable<Tie> ties) =>
        from tie in ties.AsNoTracking()
        join person in store.People on tie.Id equals person.Id
        join packed in store.PackedContacts on tie.Id equals packed.Id into history
        from packed in history.DefaultIfEmpty()
        select new KnownTie(tie, person.Name, packed.Packed);

    private static readonly Question<Func<Store, Guid[], IAsyncEnumerable<KnownTie>>> TiesOfSome = new(() => EF.CompileAsyncQuery((Store store, Guid[] ids) =>
        from tie in store.Set<Tie>().AsNoTracking()
        where ids.Contains(tie.Id)
        join person in store.Set<Person>() on tie.Id equals person.Id
        join packed in store.Set<PackedContacts>() on tie.Id equals packed.Id into history
        from packed in history.DefaultIfEmpty()
        select new KnownTie(tie, person.Name, packed.Packed)));

    private sealed record KnownTie(Tie Tie, string Name, byte[]? Packed)
    {
        public ContactDay[] Days => ContactPacking.Unpack(Packed);

        /// <summary>What the owner thinks of somebody stays theirs: of that who was let in may be the one of whom it was said.</summary>
        public KnownTie SeenBy(Store store)
        {
            if (!store.ShowsPrivate) (Tie.Trust, Tie.Willing, Tie.Standing) = (null, null, null);
            return this;
        }

        public Standing Stand(ContactForecast model, DateOnly on, Stretch stretch) => Standing.Of(Tie, Days, model, on, stretch.For(Tie.Layer));
    }
}
