using System.Text.Json;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.People;

/// <summary>A part of a record as somebody filled it in.</summary>
/// <param name="Section">Which part.</param>
/// <param name="Typed">A record that holds what was typed; the rest of it counts for nothing.</param>
/// <param name="Was">The fingerprints of what the form began with.</param>
public sealed record Edit<TRecord>(EditSection<TRecord> Section, TRecord Typed, IReadOnlyDictionary<string, string> Was);

/// <summary>What became of an edit.</summary>
/// <param name="Outcome">Both sides brought together. With clashes nothing was written.</param>
/// <param name="Undo">By what it is taken back; null when nothing was changed.</param>
public sealed record Edited<TRecord>(Reconciled<TRecord> Outcome, Guid? Undo);

public static class EditActions
{
    /// <summary>Changes a part of a person's record. What others changed meanwhile stays changed; where they changed the same to something else, nothing is written and the answer says so.</summary>
    public static Task<Edited<PersonDetails>> EditPerson(this Store store, Guid id, Edit<PersonDetails> edit, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (person, now) = await store.ToEdit(id, stop);
        var outcome = (edit with { Typed = await store.Linked(edit.Typed, now, stop) }).With(now);
        if (!outcome.IsToWrite(edit.Section)) return new Edited<PersonDetails>(outcome, null);
        return new(outcome, await store.Write(person, edit.Section, now, outcome.Record, clock, stop));
    }, stop);

    /// <summary>A person's details as a form shows them, without the photo: the one through whom we met by name.</summary>
    public static async Task<PersonDetails> DetailsToEdit(this Store store, Guid id, CancellationToken stop) => (await store.ToEdit(id, stop)).Details;

    private static async Task<Guid> Write(this Store store, Person person, EditSection<PersonDetails> section, PersonDetails before, PersonDetails now, TimeProvider clock, CancellationToken stop)
    {
        Mistaken.ThrowIf(await store.NewProblems(person.Id, before, now, stop));
        await store.Rewrite(person, now with { MetThroughName = ThroughDetails.Of(now)?.NameIfUnknown }, clock, stop, withPhoto: false);
        var kept = JsonSerializer.Serialize(section.Take(new PersonDetails(), before), Json.OneLine);
        return await store.KeepFormer(new() { PersonId = person.Id, Kind = section.Name, Before = kept, After = section.Fingerprint(now), At = clock.GetUtcNow().UtcDateTime }, stop);
    }

    /// <summary>What is wrong now and was not before: what came in so by an import does not stand in the way of another change.</summary>
    private static async Task<Problems> NewProblems(this Store store, Guid person, PersonDetails before, PersonDetails now, CancellationToken stop)
    {
        var (old, problems) = (before.Check().ToHashSet(), new Problems());
        foreach (var problem in (await store.CheckAll(now, person, stop)).Where(p => !old.Contains(p))) problems.Add(problem.Field, problem.Sentence.Key, problem.Sentence.Inputs);
        return problems;
    }

    /// <summary>Names become people where exactly one is called so. A link that was there stays as long as the name beside it does.</summary>
    private static async Task<PersonDetails> Linked(this Store store, PersonDetails typed, PersonDetails now, CancellationToken stop)
    {
        var through = ThroughDetails.Of(typed);
        var names = typed.Relations.Where(r => !now.Relations.Any(n => n.Name == r.Name && n.OtherId == r.OtherId)).Select(r => r.Name).Concat(through is null || through == ThroughDetails.Of(now) ? [] : [through.Name]).Distinct().ToArray();
        if (names.Length == 0) return typed;
        var called = (await store.People.Where(p => names.Contains(p.Name)).Select(p => new { p.Id, p.Name }).ToListAsync(stop)).ToLookup(p => p.Name, p => p.Id);
        var relations = typed.Relations.Select(r => names.Contains(r.Name) ? r with { OtherId = One(r.Name, r.OtherId) } : r).ToList();
        if (through is null || !names.Contains(through.Name)) return typed with { Relations = relations };
        return typed with { Relations = relations, MetThroughId = One(through.Name, through.Id), MetThroughName = through.Name };

        Guid? One(string name, Guid? chosen) => chosen is { } id && called[name].Contains(id) ? id : called[name].ToList() is [var only] ? only : null;
    }

    private static async Task<(Person Person, PersonDetails Details)> ToEdit(this Store store, Guid id, CancellationToken stop)
    {
        var person = await store.People.FirstOrDefaultAsync(p => p.Id == id, stop) ?? throw new NotFound("People.NotThere");
        var details = (await store.DetailsOf([id], stop, PersonParts.AllButPhoto))[id];
        return (person, details.MetThroughId is { } through ? details with { MetThroughName = await store.NameOf(through, stop) } : details);
    }

    /// <summary>Makes a part of a record again what it was.</summary>
    internal sealed class Back : IPutBack
    {
        public bool Knows(string kind) => PersonEdits.Section(kind) is not null;

        public async Task PutBack(Store store, Former former, TimeProvider clock, CancellationToken stop)
        {
            var section = PersonEdits.Section(former.Kind)!;
            var (person, now) = await store.ToEdit(former.PersonId!.Value, stop);
            var before = section.Take(now, JsonSerializer.Deserialize<PersonDetails>(former.Before, Json.OneLine)!);
            if (section.Fingerprint(now) == section.Fingerprint(before)) return;
            if (section.Fingerprint(now) != former.After) throw new Conflict("People.ChangedSince");
            await store.Write(person, section, now, before, clock, stop);
        }
    }
}
