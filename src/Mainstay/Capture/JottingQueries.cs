using Mainstay.Accounts;
using Mainstay.Gatherings;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Capture;

/// <summary>A jotting that waits, with the gathering it tells of, as long as that is there.</summary>
public sealed record JottingLine(Jotting Jotting, Gathering? At)
{
    /// <summary>Whom the owner met is noted at the gathering; without one, as a line.</summary>
    public bool IsMet => Jotting.IsMet && At is not null;
}

public static class JottingQueries
{
    private const int MostShown = 200, DaysBefore = 3, DaysAhead = 2;

    /// <summary>What waits to be looked at, in the order in which it was jotted down.</summary>
    public static Task<List<JottingLine>> WaitingJottings(this Store store, CancellationToken stop) =>
        store.Lines(store.Jottings.Where(j => j.State == JottingState.Waiting).OrderBy(j => j.At).ThenBy(j => j.Id).Take(MostShown)).ToListAsync(stop);

    public static async Task<JottingLine> JottingOf(this Store store, Guid id, CancellationToken stop) =>
        await store.Lines(store.Jottings.Where(j => j.Id == id && j.State == JottingState.Waiting)).FirstOrDefaultAsync(stop) ?? throw new NotFound("Capture.JottingNotThere");

    /// <summary>Gatherings at which somebody may be met about now: what a device keeps in mind for when it has no network.</summary>
    public static Task<List<Gathering>> GatheringsAround(this Store store, DateOnly today, CancellationToken stop)
    {
        var (from, to) = (today.AddDays(-DaysBefore), today.AddDays(DaysAhead));
        return store.Gatherings.AsNoTracking().Where(g => g.LastDay >= from && g.FirstDay <= to && g.State != GatheringState.Not).OrderBy(g => g.FirstDay).ThenBy(g => g.Name).ThenBy(g => g.Id).Take(MostShown).ToListAsync(stop);
    }

    /// <summary>The day on which it was jotted down, where the owner lives.</summary>
    public static async Task<DateOnly> DayOf(this Store store, Jotting jotting, DateOnly today, CancellationToken stop)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(jotting.At, DateTimeKind.Utc), await store.OwnersZone(stop)));
        return day < today ? day : today;
    }

    /// <summary>What is to be noted, when nobody else can be meant: whoever was chosen, is called exactly so as the only one, has this address; or somebody of whose name nobody comes near. Null when it must be looked at.</summary>
    internal static async Task<NewEncounter?> SurelyMet(this Store store, Jotting jotting, Guid? chosen, DateOnly today, CancellationToken stop)
    {
        if (jotting is not { GatheringId: { } gathering, Who: { } who } || await store.Gatherings.AsNoTracking().FirstOrDefaultAsync(g => g.Id == gathering, stop) is not { } at) return null;
        var meant = await store.MeantBy(who, stop);
        var person = chosen is { } one && await store.People.AnyAsync(p => p.Id == one, stop) ? one : meant is { IsSure: true, People: [var only] } && IsExactly(only, who) ? only.Id : (Guid?)null;
        if (person is null && meant is { People.Count: > 0 }) return null;
        var met = jotting.ToEncounter(at, person, await store.DayOf(jotting, today, stop), today);
        return met.Check(at, today).Any ? null : met;
    }

    /// <summary>Who may be meant by a name, whose commas part nobody from anybody.</summary>
    internal static async Task<WhoMeant?> MeantBy(this Store store, string? who, CancellationToken stop) => await store.Meant(who?.Replace(',', ' '), stop) is [var meant, ..] ? meant : null;

    internal static NewEncounter ToEncounter(this Jotting jotting, Gathering at, Guid? person, DateOnly jotted, DateOnly today) => new()
    {
        Id = jotting.Id,
        GatheringId = at.Id,
        PersonId = person,
        Name = jotting.Who,
        About = jotting.About,
        Promised = jotting.Promised,
        PromisedToMe = jotting.PromisedToMe,
        On = at.On(jotted, today),
        NotedAt = jotting.At,
    };

    /// <summary>A first name alone may mean somebody else than the one it happens to fit.</summary>
    private static bool IsExactly(PersonLine person, string who) => Contacts.Email(who) is not null || Guid.TryParse(who, out _) || (PersonNames.Answers(person.Name, null, who) == 0 && PersonNames.Key(who).Contains(' ', StringComparison.Ordinal));

    private static IQueryable<JottingLine> Lines(this Store store, IQueryable<Jotting> jottings)
    {
        var gatherings = store.Gatherings;
        return from jotting in jottings.AsNoTracking()
               join at in gatherings on jotting.GatheringId equals at.Id into held
               from at in held.DefaultIfEmpty()
               orderby jotting.At, jotting.Id
               select new JottingLine(jotting, at);
    }
}
