using System.Globalization;
using Mainstay.Accounts;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Gatherings;

/// <summary>Whom the owner met.</summary>
public static class EncounterActions
{
    /// <summary>Notes whom the owner met, with a touch of that day and what was promised. Somebody new is added; whoever was a candidate is one of the owner's people from now on.</summary>
    public static Task<Encounter> Meet(this Store store, NewEncounter met, DateOnly today, TimeProvider clock, CancellationToken stop) => store.Alone(async () =>
    {
        var at = await store.GatheringToChange(met.GatheringId, stop);
        Mistaken.ThrowIf(met.Check(at, today));
        if (met.Id is { } once && await store.Encounters.FirstOrDefaultAsync(e => e.Id == once, stop) is { } already) return already;
        var on = met.On ?? (at.LastDay < today ? at.LastDay : today > at.FirstDay ? today : at.FirstDay);
        var (person, isNew) = await store.WhomMet(met, at, on, clock, stop);
        var touch = await store.Record(new() { People = [person], On = on, Kind = TouchKind.Meeting, Note = Note(at, met) }, today, clock, stop);
        var now = clock.GetUtcNow().UtcDateTime;
        var (triage, write) = FollowUpTimes.For(met.NotedAt is { } noted && noted < now ? noted : now, await store.OwnersZone(stop), today);
        var row = store.Add(new Encounter
        {
            Id = met.Id ?? Guid.CreateVersion7(),
            GatheringId = at.Id,
            PersonId = person,
            On = on,
            About = Filled(met.About),
            Promised = Filled(met.Promised),
            PromisedToMe = Filled(met.PromisedToMe),
            TouchId = touch.Id,
            IsNew = isNew,
            TriageOn = triage,
            WriteBy = write,
            CreatedAt = now,
        }).Entity;
        at.State = GatheringState.Been;
        await store.SaveChangesAsync(stop);
        await store.NotePromises(row, clock, stop);
        return row;
    }, stop);

    /// <summary>Who it is: whoever was chosen, a candidate of this name, or somebody new. A candidate is met by it.</summary>
    internal static async Task<(Guid Person, bool IsNew)> WhomMet(this Store store, NewEncounter met, Gathering at, DateOnly on, TimeProvider clock, CancellationToken stop)
    {
        if (met.PersonId is { } known)
        {
            await store.MeetCandidate(known, on, stop);
            return (known, false);
        }
        if (await store.MeetCandidate(met.Name!, on, clock, stop) is { } candidate) return (candidate, false);
        return ((await store.AddPerson(new() { Name = met.Name!.Trim(), HowMet = at.Name, MetWhere = at.Place, MetOn = on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }, clock, stop)).Id, true);
    }

    private static async Task NotePromises(this Store store, Encounter met, TimeProvider clock, CancellationToken stop)
    {
        if (met.Promised is { } mine) await store.Promise(met.Promise(mine, toMe: false), clock, stop);
        if (met.PromisedToMe is { } theirs) await store.Promise(met.Promise(theirs, toMe: true), clock, stop);
    }

    /// <summary>What I promised is due when I write; what they promised, a month later.</summary>
    internal static NewTask Promise(this Encounter met, string text, bool toMe) => new() { Text = text, PersonId = met.PersonId, DueOn = toMe ? met.On.AddDays(FollowUpTimes.DaysToSecond) : met.WriteBy, PromisedToMe = toMe, TouchId = met.TouchId };

    internal static string Note(Gathering at, NewEncounter met) => Filled(met.About) is { } about ? $"{at.Name}: {about}" : at.Name;

    internal static async Task<Encounter> EncounterToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.Encounters.FirstOrDefaultAsync(e => e.Id == id, stop) ?? throw new NotFound("Gatherings.EncounterNotThere");
}
