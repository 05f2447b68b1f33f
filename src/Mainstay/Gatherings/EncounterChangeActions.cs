using System.Security.Cryptography;
using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Search;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Gatherings;

/// <summary>What was noted of an encounter is corrected, with its touch and with what was promised; it can be taken back.</summary>
public static class EncounterChangeActions
{
    private const string Kind = "changedEncounter";

    /// <summary>Makes it what is said now; who and on which day stay when they are not said. Whoever was noted with it by mistake, and of whom nothing else is known, lies in the trash then. The answer is by what it is taken back.</summary>
    public static Task<Guid> ChangeEncounter(this Store store, Guid id, NewEncounter said, Triage? triage, DateOnly today, TimeProvider clock, CancellationToken stop) => store.Alone(async () =>
    {
        var met = await store.EncounterToChange(id, stop);
        var at = await store.GatheringToChange(met.GatheringId, stop);
        if (said.PersonId is null && Filled(said.Name) is null) said = said with { PersonId = met.PersonId };
        Mistaken.ThrowIf(said.Check(at, today).When(triage is { } odd && !Enum.IsDefined(odd), "triage", "Gatherings.NotATriage"));
        var (before, on) = (Said.Of(met), said.On ?? met.On);
        if (said.PersonId is { } other && other != met.PersonId) await store.ThrowUnlessThere([other], stop);
        var (person, isNew) = said.PersonId == met.PersonId ? (met.PersonId, met.IsNew) : await store.WhomMet(said, at, on, clock, stop);
        var gone = await store.Write(met, at, new(id, person, isNew, on, Filled(said.About), Filled(said.Promised), Filled(said.PromisedToMe), triage), today, clock, stop);
        return await store.KeepFormer(new() { PersonId = before.Person, Kind = Kind, Before = JsonSerializer.Serialize(new Changed(before, gone), Json.OneLine), After = Said.Of(met).Fingerprint(), At = clock.GetUtcNow().UtcDateTime }, stop);
    }, stop);

    /// <summary>In the open transaction. The answer is the promises that went.</summary>
    private static async Task<IReadOnlyList<PromisedTask>> Write(this Store store, Encounter met, Gathering at, Said now, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        var was = Said.Of(met);
        PromisedTask?[] gone = [await store.ChangePromise(met, now, toMe: false, clock, stop), await store.ChangePromise(met, now, toMe: true, clock, stop)];
        (met.PersonId, met.IsNew, met.On, met.About, met.Promised, met.PromisedToMe, met.Triage) = (now.Person, now.IsNew, now.On, now.About, now.Promised, now.PromisedToMe, now.Triage);
        await store.SaveChangesAsync(stop);
        if (met.TouchId is { } touch) await store.ChangeTouchOf(touch, at, was, now, today, stop);
        if (was.IsNew && was.Person != now.Person && await store.IsAsAdded(was.Person, stop)) await store.TrashPerson(was.Person, clock, stop);
        return [.. gone.OfType<PromisedTask>()];
    }

    /// <summary>Rows that are there as soon as somebody is added, besides their details.</summary>
    private static readonly HashSet<Type> Came = [typeof(Affiliation), typeof(Face), typeof(Former), typeof(PackedContacts), typeof(SearchPerson), typeof(Tie)];

    /// <summary>Nothing was noted of them since they were added. Whatever names somebody is read from the tables, so that no room can be forgotten.</summary>
    private static async Task<bool> IsAsAdded(this Store store, Guid person, CancellationToken stop)
    {
        if (!await store.People.AnyAsync(p => p.Id == person && p.Revision == 1, stop)) return false;
        if (await store.Ties.AnyAsync(t => t.Id == person && (t.Layer != Layer.None || t.CadenceDays != null || t.Closeness != null || t.CountsAs != null || t.Verdict != Verdict.None || t.Paused), stop)) return false;
        var naming = store.Model.FindEntityType(typeof(Person))!.GetReferencingForeignKeys().Select(k => (Row: k.DeclaringEntityType.ClrType, Column: k.Properties[^1].Name));
        return (await store.WhatNames(person, [.. naming.Where(n => !Came.Contains(n.Row) && !n.Row.IsAssignableTo(typeof(IDetail)))], stop)).Count == 0;
    }

    /// <summary>The task that came of a promise says what the promise says now. The answer is one that went, because nothing is promised any more; what is done stays done.</summary>
    private static async Task<PromisedTask?> ChangePromise(this Store store, Encounter met, Said now, bool toMe, TimeProvider clock, CancellationToken stop)
    {
        var (was, text) = toMe ? (met.PromisedToMe, now.PromisedToMe) : (met.Promised, now.Promised);
        var (touch, known) = (met.TouchId, was ?? text);
        var task = touch is null || known is null ? null : await store.Tasks.OrderBy(t => t.Id).FirstOrDefaultAsync(t => t.TouchId == touch && t.PersonId == met.PersonId && t.PromisedToMe == toMe && t.Text == known, stop);
        if (task is null)
        {
            if (text is null || text == was) return null;
            // What the owner adds late is not overdue at once.
            var today = await store.OwnersDay(clock, stop);
            var due = toMe ? now.On.AddDays(FollowUpTimes.DaysToSecond) : met.WriteBy < today ? today : met.WriteBy;
            await store.Promise(met.Promise(text, toMe) with { PersonId = now.Person, DueOn = due }, clock, stop);
            return null;
        }
        (task.Text, task.PersonId) = (text ?? task.Text, now.Person);
        if (text is not null || task.DoneOn is not null) return null;
        store.Remove(task);
        return task;
    }

    /// <summary>The touch that was noted with it is on that day and with that person; its note follows as long as nobody wrote another one.</summary>
    private static async Task ChangeTouchOf(this Store store, Guid id, Gathering at, Said was, Said now, DateOnly today, CancellationToken stop)
    {
        if (!await store.Touches.AnyAsync(t => t.Id == id, stop)) return;
        var touch = await store.TouchOf(id, stop);
        var named = touch.People.Select(p => p == was.Person ? now.Person : p).Append(now.Person).Distinct().ToList();
        var there = await store.People.Where(p => named.Contains(p.Id)).Select(p => p.Id).ToListAsync(stop);
        await store.ChangeTouch(id, touch with { People = there, On = now.On, Note = touch.Note == was.NoteAt(at) ? now.NoteAt(at) : touch.Note }, today, stop);
        // Whoever lies in the trash stays with a touch that is changed; here it was not with them.
        if (was.Person != now.Person && await store.TouchPeople.Where(t => t.TouchId == id && t.PersonId == was.Person).ExecuteDeleteAsync(stop) > 0) await store.RefreshTies([was.Person, now.Person], stop);
    }

    /// <summary>What an encounter says.</summary>
    private sealed record Said(Guid Id, Guid Person, bool IsNew, DateOnly On, string? About, string? Promised, string? PromisedToMe, Triage? Triage)
    {
        public static Said Of(Encounter met) => new(met.Id, met.PersonId, met.IsNew, met.On, met.About, met.Promised, met.PromisedToMe, met.Triage);

        public string NoteAt(Gathering at) => EncounterActions.Note(at, new() { GatheringId = at.Id, About = About });

        public string Fingerprint() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, Json.OneLine)));
    }

    /// <summary>What it said before, and the promises that went with the change.</summary>
    private sealed record Changed(Said Before, IReadOnlyList<PromisedTask> Gone);

    /// <summary>Makes an encounter again what it was, unless it was changed since.</summary>
    internal sealed class Back : IPutBack
    {
        public bool Knows(string kind) => kind == Kind;

        public async Task PutBack(Store store, Former former, TimeProvider clock, CancellationToken stop)
        {
            var (before, gone) = JsonSerializer.Deserialize<Changed>(former.Before, Json.OneLine)!;
            var met = await store.EncounterToChange(before.Id, stop);
            if (Said.Of(met) == before) return;
            if (Said.Of(met).Fingerprint() != former.After) throw new Conflict("People.ChangedSince");
            if (before.IsNew) await store.RestorePerson(before.Person, clock, stop);
            await store.ThrowUnlessThere([before.Person], stop);
            // Those that went are there again, if they are with whom they were: then nothing is promised a second time.
            foreach (var task in gone)
                if (!await store.Tasks.AnyAsync(t => t.Id == task.Id, stop))
                {
                    task.PersonId = met.PersonId;
                    store.Add(task);
                }
            await store.SaveChangesAsync(stop);
            await store.Write(met, await store.GatheringToChange(met.GatheringId, stop), before, await store.OwnersDay(clock, stop), clock, stop);
        }
    }
}
