using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Lists;

/// <summary>Gives labels and roles to many people and takes them away, so that it can be taken back. Of at most <see cref="Store.MostParameters"/> people, in the open transaction.</summary>
internal static class BulkWordActions
{
    public static async Task<IEnumerable<Was>> GiveLabel(this Store store, Guid[] people, PeopleEdit edit, TimeProvider clock, CancellationToken stop)
    {
        var tags = (await store.Tags.AsNoTracking().Where(t => people.Contains(t.PersonId) && t.Kind == TagKind.Label).Select(t => new { t.PersonId, t.Normal, t.Position }).ToListAsync(stop)).ToLookup(t => t.PersonId);
        var without = Array.FindAll(people, p => tags[p].All(t => t.Normal != edit.Normal) && tags[p].Count() < PersonCheck.MostDetails);
        await store.InsertMany(without.Select(p => Label(p, edit.Value!, tags[p].Select(t => t.Position + 1).DefaultIfEmpty().Max())), stop);
        return await store.Changed(without.Select(p => new Was(p)), clock, stop);
    }

    public static async Task<IEnumerable<Was>> TakeLabel(this Store store, Guid[] people, PeopleEdit edit, TimeProvider clock, CancellationToken stop)
    {
        var normal = edit.Normal;
        var labels = store.Tags.Where(t => people.Contains(t.PersonId) && t.Kind == TagKind.Label && t.Normal == normal);
        var had = await labels.Select(t => new { t.PersonId, t.Name, t.Position }).ToListAsync(stop);
        await labels.ExecuteDeleteAsync(stop);
        return await store.Changed(had.GroupBy(t => t.PersonId).Select(g => new Was(g.Key) { Words = [.. g.Select(t => new WasWord(t.Name, t.Position))] }), clock, stop);
    }

    /// <summary>A role that somebody held once is noted anew beside the old one.</summary>
    public static async Task<IEnumerable<Was>> GiveRole(this Store store, Guid[] people, PeopleEdit edit, TimeProvider clock, CancellationToken stop)
    {
        var (roles, today) = (await store.RolesOf(people, stop), await store.OwnersDay(clock, stop));
        var without = Array.FindAll(people, p => !roles[p].Any(r => Holds(r, edit, today)) && roles[p].Count() < PersonCheck.MostDetails);
        await store.InsertMany(without.Select(p => new Role { PersonId = p, Name = edit.Value!, Position = roles[p].Select(r => r.Position + 1).DefaultIfEmpty().Max() }), stop);
        return await store.Changed(without.Select(p => new Was(p)), clock, stop);
    }

    /// <summary>Takes away the role as it is held; what somebody was once, stays.</summary>
    public static async Task<IEnumerable<Was>> TakeRole(this Store store, Guid[] people, PeopleEdit edit, TimeProvider clock, CancellationToken stop)
    {
        var today = await store.OwnersDay(clock, stop);
        var held = (await store.RolesOf(people, stop)).SelectMany(r => r).Where(r => Holds(r, edit, today)).ToList();
        await store.RemoveRoles(held.Select(r => r.Id), stop);
        return await store.Changed(held.GroupBy(r => r.PersonId).Select(g => new Was(g.Key) { Words = [.. g.Select(r => new WasWord(r.Name, r.Position, r.Since, r.Until))] }), clock, stop);
    }

    public static async Task<IEnumerable<Guid>> UndoLabel(this Store store, Dictionary<Guid, Was> were, PeopleEdit edit, TimeProvider clock, CancellationToken stop)
    {
        var (people, normal) = (await store.StillThere(were.Keys, stop), edit.Normal);
        var labels = store.Tags.Where(t => people.Contains(t.PersonId) && t.Kind == TagKind.Label && t.Normal == normal);
        var have = (await labels.Select(t => t.PersonId).ToListAsync(stop)).ToHashSet();
        var undone = Array.FindAll(people, p => have.Contains(p) == (edit.Kind == EditKind.AddLabel));
        if (edit.Kind == EditKind.AddLabel) await labels.ExecuteDeleteAsync(stop);
        else await store.InsertMany(undone.SelectMany(p => were[p].Words.Select(w => Label(p, w.Name, w.Position))), stop);
        return (await store.Changed(undone.Select(p => were[p]), clock, stop)).Select(w => w.Id);
    }

    public static async Task<IEnumerable<Guid>> UndoRole(this Store store, Dictionary<Guid, Was> were, PeopleEdit edit, TimeProvider clock, CancellationToken stop)
    {
        var (people, today) = (await store.StillThere(were.Keys, stop), await store.OwnersDay(clock, stop));
        var roles = await store.RolesOf(people, stop);
        // What was given and has got dates since is the owner's own by now.
        var given = roles.SelectMany(r => r).Where(r => PersonNames.Key(r.Name) == edit.Normal && r is { Since: null, Until: null }).DistinctBy(r => r.PersonId).ToList();
        var undone = edit.Kind == EditKind.AddRole ? [.. given.Select(r => r.PersonId)] : Array.FindAll(people, p => !roles[p].Any(r => Holds(r, edit, today)));
        if (edit.Kind == EditKind.AddRole) await store.RemoveRoles(given.Select(r => r.Id), stop);
        else await store.InsertMany(undone.SelectMany(p => were[p].Words.Select(w => new Role { PersonId = p, Name = w.Name, Position = w.Position, Since = w.Since, Until = w.Until })), stop);
        return (await store.Changed(undone.Select(p => were[p]), clock, stop)).Select(w => w.Id);
    }

    /// <summary>Somebody who has one of these open in a form is told of it, the index learns of it.</summary>
    private static async Task<IEnumerable<Was>> Changed(this Store store, IEnumerable<Was> were, TimeProvider clock, CancellationToken stop)
    {
        var all = were.ToList();
        await store.Revise(all.ConvertAll(w => w.Id), clock, stop);
        return all;
    }

    private static Tag Label(Guid person, string name, int position) => new() { PersonId = person, Kind = TagKind.Label, Name = name, Normal = PersonNames.Key(name), Position = position };

    private static bool Holds(Role role, PeopleEdit edit, DateOnly today) => PersonWords.IsRole(role.Name, edit.Value ?? "") && !(role.Since > today) && !(role.Until < today);

    private static async Task<ILookup<Guid, Role>> RolesOf(this Store store, Guid[] people, CancellationToken stop) =>
        (await store.Roles.AsNoTracking().Where(r => people.Contains(r.PersonId)).OrderBy(r => r.Position).ToListAsync(stop)).ToLookup(r => r.PersonId);

    private static async Task RemoveRoles(this Store store, IEnumerable<Guid> ids, CancellationToken stop)
    {
        foreach (var some in ids.Chunk(Store.MostParameters)) await store.Roles.Where(r => some.Contains(r.Id)).ExecuteDeleteAsync(stop);
    }

    /// <summary>Those who were not removed for good and are nobody else by now; those in the trash too.</summary>
    private static Task<Guid[]> StillThere(this Store store, IEnumerable<Guid> people, CancellationToken stop)
    {
        var all = people.ToArray();
        return store.People.IgnoreQueryFilters([Store.TrashFilter]).Where(p => all.Contains(p.Id) && p.MergedIntoId == null).Select(p => p.Id).ToArrayAsync(stop);
    }
}
