using System.Text.Json;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Organizations;

public static class AffiliationActions
{
    /// <summary>Changes where a person works and belongs, beside what others changed meanwhile.</summary>
    public static Task<Edited<PersonPlaces>> EditAffiliations(this Store store, Guid person, Edit<PersonPlaces> edit, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var outcome = edit.With(await store.PlacesToEdit(person, stop));
        if (!outcome.IsToWrite(edit.Section)) return new Edited<PersonPlaces>(outcome, null);
        return new(outcome, await store.Write(person, outcome.Now, outcome.Record, clock, stop));
    }, stop);

    /// <summary>Where a person who is there works and belongs.</summary>
    public static async Task<PersonPlaces> PlacesToEdit(this Store store, Guid person, CancellationToken stop)
    {
        await store.PersonOf(person, stop);
        return new((await store.AffiliationsOf([person], stop)).GetValueOrDefault(person) ?? []);
    }

    private static async Task<Guid> Write(this Store store, Guid person, PersonPlaces before, PersonPlaces now, TimeProvider clock, CancellationToken stop)
    {
        await store.SetAffiliations(person, now.Places, clock, stop);
        var section = AffiliationFields.Section;
        return await store.KeepFormer(new() { PersonId = person, Kind = section.Name, Before = JsonSerializer.Serialize(before, Json.OneLine), After = section.Fingerprint(now), At = clock.GetUtcNow().UtcDateTime }, stop);
    }

    /// <summary>Makes it again what it was.</summary>
    internal sealed class Back : IPutBack
    {
        public bool Knows(string kind) => kind == AffiliationFields.Section.Name;

        public async Task PutBack(Store store, Former former, TimeProvider clock, CancellationToken stop)
        {
            var (section, now) = (AffiliationFields.Section, await store.PlacesToEdit(former.PersonId!.Value, stop));
            var before = JsonSerializer.Deserialize<PersonPlaces>(former.Before, Json.OneLine)!;
            if (section.Fingerprint(now) == section.Fingerprint(before)) return;
            if (section.Fingerprint(now) != former.After) throw new Conflict("People.ChangedSince");
            await store.Write(former.PersonId.Value, now, before, clock, stop);
        }
    }
}
