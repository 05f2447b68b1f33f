using System.Text.Json;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Organizations;

/// <summary>Organizations themselves: added, changed, brought together, removed.</summary>
public static class OrganizationActions
{
    /// <summary>Adds an organization; with <paramref name="once"/> sent twice, it is added once.</summary>
    public static Task<Organization> AddOrganization(this Store store, OrganizationDetails details, TimeProvider clock, CancellationToken stop, Guid? once = null) => store.AllOrNothing(async () =>
    {
        if (once is { } id && await store.Organizations.FirstOrDefaultAsync(o => o.Id == id, stop) is { } already) return already;
        await store.Check(details, null, stop);
        var kept = OrganizationFields.Section.Kept(details);
        var row = store.Add(new Organization { Id = once ?? Guid.CreateVersion7(), Name = kept.Name, SortKey = PersonNames.Key(kept.Name), Notes = kept.Notes, CreatedAt = clock.GetUtcNow().UtcDateTime }).Entity;
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>The organization of this name; one that nobody knows yet is added.</summary>
    public static async Task<Guid> OrganizationCalled(this Store store, string name, TimeProvider clock, CancellationToken stop)
    {
        var key = PersonNames.Key(name);
        return (await store.Organizations.AsNoTracking().FirstOrDefaultAsync(o => o.SortKey == key, stop) ?? await store.AddOrganization(new(name), clock, stop)).Id;
    }

    /// <summary>Changes an organization beside what others changed meanwhile.</summary>
    public static Task<Edited<OrganizationDetails>> EditOrganization(this Store store, Guid id, Edit<OrganizationDetails> edit, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.ToChange(id, stop);
        var outcome = edit.With(Details(row));
        if (!outcome.IsToWrite(edit.Section)) return new Edited<OrganizationDetails>(outcome, null);
        return new(outcome, await store.Write(row, outcome.Record, clock, stop));
    }, stop);

    /// <summary>Lets a person belong to an organization. The answer is by what it is taken back.</summary>
    public static Task<Guid> Join(this Store store, Guid id, Guid person, string? title, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (organization, now) = (await store.OrganizationOf(id, stop), await store.PlacesToEdit(person, stop));
        var edit = new Edit<PersonPlaces>(AffiliationFields.Section, new([.. now.Places, new(organization.Name, title)]), AffiliationFields.Section.Fingerprints(now));
        return (await store.EditAffiliations(person, edit, clock, stop)).Undo ?? throw new InvalidOperationException("One place more is always a change.");
    }, stop);

    public static async Task<Organization> OrganizationOf(this Store store, Guid id, CancellationToken stop) =>
        await store.Organizations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, stop) ?? throw new NotFound("Organizations.NotThere");

    internal static OrganizationDetails Details(Organization row) => new(row.Name, row.Notes);

    internal static async Task<Organization> ToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.Organizations.FirstOrDefaultAsync(o => o.Id == id, stop) ?? throw new NotFound("Organizations.NotThere");

    private static async Task<Guid> Write(this Store store, Organization row, OrganizationDetails now, TimeProvider clock, CancellationToken stop)
    {
        await store.Check(now, row.Id, stop);
        var before = Details(row);
        (row.Name, row.SortKey, row.Notes) = (now.Name, PersonNames.Key(now.Name), now.Notes);
        await store.SaveChangesAsync(stop);
        var section = OrganizationFields.Section;
        return await store.KeepFormer(new() { Kind = section.Name, Before = JsonSerializer.Serialize(new FormerOrganization(row.Id, before), Json.OneLine), After = section.Fingerprint(now), At = clock.GetUtcNow().UtcDateTime }, stop);
    }

    private static async Task Check(this Store store, OrganizationDetails details, Guid? self, CancellationToken stop)
    {
        var key = PersonNames.Key(details.Name);
        Mistaken.ThrowIf(details.Check().When(await store.Organizations.AnyAsync(o => o.SortKey == key && o.Id != self, stop), "name", "Organizations.NameTaken", details.Name));
    }

    private sealed record FormerOrganization(Guid Id, OrganizationDetails Details);

    /// <summary>Makes an organization again what it was.</summary>
    internal sealed class Back : IPutBack
    {
        public bool Knows(string kind) => kind == OrganizationFields.Section.Name;

        public async Task PutBack(Store store, Former former, TimeProvider clock, CancellationToken stop)
        {
            var (section, before) = (OrganizationFields.Section, JsonSerializer.Deserialize<FormerOrganization>(former.Before, Json.OneLine)!);
            var row = await store.ToChange(before.Id, stop);
            if (section.Fingerprint(Details(row)) == section.Fingerprint(before.Details)) return;
            if (section.Fingerprint(Details(row)) != former.After) throw new Conflict("People.ChangedSince");
            await store.Write(row, before.Details, clock, stop);
        }
    }
}
